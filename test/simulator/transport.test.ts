import { firstValueFrom } from 'rxjs'
import { describe, expect, it } from 'vitest'
import type { Family } from '../../src/core/action'
import { isTransportError } from '../../src/core/errors/transport-error'
import type { TransportAnswer, TransportRequest } from '../../src/core/transport/transport'
import { frontDoor, START_MS, simulated, ticketFor } from './client'

const requestOf = (action: string, params = {}): TransportRequest => ({
  action,
  family: 'mini-program',
  params,
  requestId: 'one',
  attempt: 1,
  timeoutMs: 10_000,
})
const time = requestOf('timer.currentTime')

describe('the transport of the simulator', () => {
  it('sends one request for each subscription, and none before', async () => {
    const simulator = simulated()
    const answer$ = simulator.asTransport().send(time)
    expect(simulator.requests).toHaveLength(0)
    const { body, statusCode } = await firstValueFrom(answer$)
    expect(statusCode).toBe(200)
    const { text } = body as { text: string }
    expect(JSON.parse(text)).toMatchObject({ success: true, t: START_MS, result: START_MS })
    await firstValueFrom(answer$)
    expect(simulator.requests).toHaveLength(2)
  })

  it('does not answer synchronously during the subscription', () => {
    let answered = false
    simulated()
      .asTransport()
      .send(time)
      .subscribe(() => {
        answered = true
      })
    expect(answered).toBe(false)
  })

  it('emits no answer after an abort, although the command executes', async () => {
    const simulator = simulated()
    const { ticket_id } = ticketFor(simulator, frontDoor.id)
    const answers: unknown[] = []
    simulator
      .asTransport()
      .send(requestOf('doorLock.passwordFreeOpen', { device_id: frontDoor.id, ticket_id }))
      .subscribe((answer) => answers.push(answer))
      .unsubscribe()
    await Promise.resolve()
    expect(answers).toEqual([])
    expect(simulator.journal).toHaveLength(1)
  })

  it('delays a slow answer by the clock', () => {
    const simulator = simulated()
    const answers: TransportAnswer[] = []
    simulator.faults.next(time.action, { slowMs: 200 })
    simulator
      .asTransport()
      .send(time)
      .subscribe((answer) => answers.push(answer))
    simulator.clock.advance(199)
    expect(answers).toEqual([])
    simulator.clock.advance(1)
    expect(answers).toHaveLength(1)
  })

  it.each(['drop-before', 'drop-after'] as const)(
    'fails with unknown delivery after a %s',
    async (fault) => {
      const simulator = simulated()
      simulator.faults.next(time.action, fault)
      const error = await firstValueFrom(simulator.asTransport().send(time)).catch(
        (thrown) => thrown,
      )
      expect(isTransportError(error)).toBe(true)
      expect(error).toMatchObject({ delivery: 'unknown', action: time.action })
    },
  )

  it('reports the retry-after time of a throttled request', async () => {
    const simulator = simulated()
    simulator.faults.next(time.action, 'throttle')
    const answer = await firstValueFrom(simulator.asTransport().send(time))
    expect(answer).toMatchObject({ statusCode: 429, retryAfterMs: 1_000 })
  })

  it('throws a TypeError for an unknown family', async () => {
    const unknownFamily = { ...time, family: 'telex' as Family }
    const sent = firstValueFrom(simulated().asTransport().send(unknownFamily))
    await expect(sent).rejects.toThrow(TypeError)
  })
})
