import { describe, expect, it } from 'vitest'
import { CLIENT_ID } from './fake-socket'
import { finger, harness, settle } from './harness'

describe('the message service: the connection', () => {
  it('logs in to the subscription of the project, with a password that is not the secret, and checks the certificate', async () => {
    const { socket, connect, states } = harness()
    await connect()
    expect(socket().url).toBe(
      `wss://messages.example/ws/v2/consumer/persistent/${CLIENT_ID}/out/event/${CLIENT_ID}-sub?ackTimeoutMillis=30000&subscriptionType=Failover`,
    )
    expect(socket().init).toEqual({
      headers: { username: CLIENT_ID, password: expect.stringMatching(/^[0-9a-f]{16}$/) },
      rejectUnauthorized: true,
    })
    expect(states.map(({ step }) => step)).toEqual(['connecting', 'connected'])
  })

  it('uses the address of a region and the test channel', async () => {
    const { socket } = harness({ url: undefined, region: 'eu', env: 'event-test' } as never)
    await settle()
    expect(socket().url).toContain('wss://mqe.tuyaeu.com:8285/ws/v2/')
    expect(socket().url).toContain('/out/event-test/')
  })

  it('pings every 30 s, and replaces a connection that does not answer', async () => {
    const { clock, socket, connect, opened, states } = harness()
    await connect()
    clock.advance(30_000)
    expect(socket().pings).toBe(1)
    socket().emit('pong')
    clock.advance(30_000)
    expect(socket().pings).toBe(2)
    clock.advance(30_000)
    expect(opened[0]?.isEnded).toBe(true)
    expect(states.at(-1)).toEqual({ step: 'waiting', reason: 'silent', retryInMs: 500 })
    clock.advance(500)
    expect(opened).toHaveLength(2)
  })

  it('waits longer after each failure up to a minute, and starts over after a message', async () => {
    const { clock, socket, connect, states, frame } = harness()
    await settle()
    const waits: number[] = []
    for (let failure = 0; failure < 9; failure++) {
      socket().emit('error', { message: 'connect ECONNREFUSED' })
      socket().emit('close')
      const state = states.at(-1)
      const waitMs = state?.step === 'waiting' ? state.retryInMs : Number.NaN
      waits.push(waitMs)
      clock.advance(waitMs)
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
    await connect()
    frame(finger())
    socket().emit('close')
    expect(states.at(-1)).toEqual({ step: 'waiting', reason: 'closed', retryInMs: 500 })
  })

  it('reports a refused login with its status', async () => {
    const { socket, states } = harness()
    await settle()
    socket().emit('error', { message: 'Unexpected server response: 401' })
    expect(states.at(-1)).toEqual({
      step: 'waiting',
      reason: 'refused',
      statusCode: 401,
      retryInMs: 500,
    })
  })

  it('gives up a login without an answer after 15 s', async () => {
    const { clock, opened, states } = harness()
    await settle()
    clock.advance(15_000)
    expect(opened[0]?.isEnded).toBe(true)
    expect(states.at(-1)).toMatchObject({ reason: 'silent' })
  })

  it('leaves no timer, no socket and no open stream after close', async () => {
    for (const isWaiting of [false, true]) {
      const { clock, socket, connect, opened, messages, states } = harness()
      let completed = 0
      const complete = () => {
        completed += 1
      }
      messages.events$.subscribe({ complete })
      messages.state$.subscribe({ complete })
      messages.handlerFailures$.subscribe({ complete })
      messages.dataPointsOf('lock-1').reports$.subscribe({ complete })
      await connect()
      if (isWaiting) socket().emit('close')
      await messages.close()
      await messages.close()
      expect(completed).toBe(4)
      expect(states.at(-1)).toEqual({ step: 'closed' })
      clock.advance(600_000)
      expect(opened).toHaveLength(1)
      expect(opened[0]).toMatchObject({ isEnded: true, pings: 0 })
    }
  })

  it('opens no socket when it is closed at once', async () => {
    const { opened, messages } = harness()
    await messages.close()
    await settle()
    expect(opened.filter(({ isEnded }) => !isEnded)).toEqual([])
  })
})
