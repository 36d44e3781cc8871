import { describe, expect, it } from 'vitest'
import type { MessageEvent } from '../../messages'
import { finger, harness, START_MS, settle } from './harness'

const kindsOf = (events: readonly MessageEvent[]) => events.map(({ kind }) => kind)

describe('the message service: delivery and acknowledgement', () => {
  it('acknowledges only after the handler resolved for every event', async () => {
    const waiting: (() => void)[] = []
    const { connect, frame, socket } = harness({
      onEvent: () => new Promise<void>((resolve) => waiting.push(resolve)),
    })
    await connect()
    frame(finger())
    await settle()
    expect(socket().sent).toEqual([])
    waiting.shift()?.()
    await settle()
    expect(socket().sent).toEqual([])
    waiting.shift()?.()
    await settle()
    expect(socket().sent).toEqual(['{"messageId":"message-1"}'])
  })

  it('acknowledges a duplicate without calling the handler again', async () => {
    const handled: string[] = []
    const { connect, frame, socket, events } = harness({
      onEvent: ({ kind }) => handled.push(kind),
    })
    await connect()
    frame(finger())
    await settle()
    frame(finger())
    await settle()
    expect(handled).toEqual(['unlock', 'status'])
    expect(kindsOf(events)).toEqual(['unlock', 'status'])
    expect(socket().acknowledged).toEqual(['message-1', 'message-1'])
  })

  it('does not call the handler twice at the same time for a message that comes again', async () => {
    let calls = 0
    const { connect, frame, socket } = harness({
      onEvent: () => {
        calls += 1
        return new Promise(() => {})
      },
    })
    await connect()
    frame(finger())
    await settle()
    frame(finger())
    await settle()
    expect(calls).toBe(1)
    expect(socket().sent).toEqual([])
  })

  it('calls a handler that failed again when the message comes again, and reports its class only', async () => {
    let calls = 0
    const { connect, frame, socket, failures, events } = harness({
      onEvent: () => {
        calls += 1
        if (calls === 1) throw new RangeError('the secret of the database is hunter2')
      },
    })
    await connect()
    frame(finger())
    await settle()
    expect(socket().sent).toEqual([])
    expect(failures).toEqual([
      { messageId: 'message-1', reason: expect.stringMatching(/^a RangeError/) },
    ])
    expect(JSON.stringify(failures)).not.toContain('hunter2')
    frame(finger())
    await settle()
    expect(calls).toBe(3)
    expect(kindsOf(events)).toEqual(['unlock', 'status'])
    expect(socket().acknowledged).toEqual(['message-1'])
  })

  it('emits a report once that the project sends in two protocols, and acknowledges both messages', async () => {
    const { connect, frame, socket, events } = harness()
    await connect()
    const rows = [{ code: 'unlock_card', value: 5, time: START_MS }]
    frame({ devId: 'lock-1', status: [{ code: 'unlock_card', value: 5, t: START_MS }] })
    frame(
      { bizCode: 'devicePropertyMessage', bizData: { devId: 'lock-1', properties: rows } },
      { messageId: 'message-2', protocol: 1000 },
    )
    await settle()
    expect(kindsOf(events)).toEqual(['unlock', 'status'])
    expect(socket().acknowledged).toEqual(['message-1', 'message-2'])
  })

  it('emits a report once that the cloud publishes twice, but two equal reports twice', async () => {
    const { connect, frame, socket, events } = harness()
    await connect()
    const status = [{ code: 'alarm_lock', value: 'low_battery', t: START_MS }]
    frame({ devId: 'lock-1', dataId: 'a', status }, { messageId: '1' })
    frame({ devId: 'lock-1', dataId: 'a', status }, { messageId: '2' })
    frame({ devId: 'lock-1', dataId: 'b', status }, { messageId: '3' })
    await settle()
    expect(kindsOf(events)).toEqual(['alarm', 'status', 'alarm', 'status'])
    expect(socket().acknowledged).toEqual(['1', '2', '3'])
  })

  it('keeps the order of one lock, while another lock does not wait', async () => {
    const started: string[] = []
    const release: (() => void)[] = []
    const { connect, frame } = harness({
      onEvent: (event) => {
        if (event.kind !== 'online' && event.kind !== 'offline') return
        started.push(`${event.deviceId} ${event.kind}`)
        return new Promise<void>((resolve) => release.push(resolve))
      },
    })
    await connect()
    frame({ devId: 'a', bizCode: 'offline', bizData: { time: START_MS } }, { messageId: '1' })
    frame({ devId: 'a', bizCode: 'online', bizData: { time: START_MS } }, { messageId: '2' })
    frame({ devId: 'b', bizCode: 'offline', bizData: { time: START_MS } }, { messageId: '3' })
    await settle()
    expect(started).toEqual(['a offline', 'b offline'])
    release[0]?.()
    await settle()
    expect(started).toEqual(['a offline', 'b offline', 'a online'])
  })

  it('acknowledges over the new connection what was handled after the old one broke', async () => {
    let finish = () => {}
    const { clock, connect, frame, socket, opened } = harness({
      onEvent: ({ kind }) =>
        kind === 'status'
          ? new Promise<void>((resolve) => {
              finish = resolve
            })
          : undefined,
    })
    await connect()
    frame(finger())
    await settle()
    socket().emit('close')
    clock.advance(500)
    await connect()
    finish()
    await settle()
    expect(opened.map(({ acknowledged }) => acknowledged)).toEqual([[], ['message-1']])
  })

  it('waits for running handlers at close, but not for longer than five seconds', async () => {
    let finish = () => {}
    const { connect, frame, socket, messages } = harness({
      onEvent: ({ kind }) =>
        kind === 'status'
          ? new Promise<void>((resolve) => {
              finish = resolve
            })
          : undefined,
    })
    await connect()
    frame(finger())
    await settle()
    const closed = messages.close()
    finish()
    await closed
    expect(socket().acknowledged).toEqual(['message-1'])

    const hanging = harness({ onEvent: () => new Promise(() => {}) })
    await hanging.connect()
    hanging.frame(finger())
    await settle()
    await hanging.clock.runUntil(hanging.messages.close())
    expect(hanging.clock.now() - START_MS).toBe(5_000)
    expect(hanging.socket()).toMatchObject({ isEnded: true, sent: [] })
  })
})
