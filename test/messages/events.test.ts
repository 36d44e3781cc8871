import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLIENT_ID, frameOf, SECRET } from './fake-socket'
import { finger, harness, START_MS, settle } from './harness'

const biz = (bizCode: string, bizData: object = {}) => ({ devId: 'lock-1', bizCode, bizData })

describe('the message service: events', () => {
  const eventsOf = async (data: unknown) => {
    const { connect, frame, events } = harness()
    await connect()
    frame(data)
    return events
  }

  it('a finger is an unlock with its number, before the position of the bolt in the same message', async () => {
    const time = { messageId: 'message-1', deviceId: 'lock-1', atMs: START_MS, isLate: false }
    const code = 'unlock_fingerprint'
    expect(await eventsOf(finger())).toEqual([
      { kind: 'unlock', ...time, method: 'fingerprint', code, value: 3, unlockSn: 3 },
      {
        kind: 'status',
        ...time,
        dps: { lock_motor_state: true, unlock_fingerprint: 3 },
        rows: [
          { code: 'lock_motor_state', value: true, atMs: START_MS, isLate: false },
          { code, value: 3, atMs: START_MS, isLate: false },
        ],
      },
    ])
  })

  it.each([
    ['an alarm', 'alarm_lock', 'wrong_finger', 'alarm'],
    ['a duress alarm', 'hijack', 'unlock_fingerprint-02', 'alarm'],
    ['a doorbell', 'doorbell', true, 'doorbell'],
  ])('%s is an event of its own', async (_, code, value, kind) => {
    const [event] = await eventsOf({ devId: 'lock-1', status: [{ code, value, t: START_MS }] })
    expect(event).toMatchObject({ kind, deviceId: 'lock-1' })
  })

  it('the end of a doorbell is only a status', async () => {
    const row = { code: 'doorbell', value: false, t: START_MS }
    const events = await eventsOf({ devId: 'lock-1', status: [row] })
    expect(events.map(({ kind }) => kind)).toEqual(['status'])
  })

  it.each([
    ['online', 'online'],
    ['offline', 'offline'],
    ['delete', 'removed'],
    ['deviceOnline', 'online'],
    ['deviceOffline', 'offline'],
  ])('the bizCode %s is the event %s', async (bizCode, kind) => {
    expect(await eventsOf(biz(bizCode, { time: START_MS - 60_000 }))).toEqual([
      {
        kind,
        messageId: 'message-1',
        deviceId: 'lock-1',
        atMs: START_MS - 60_000,
        isLate: true,
      },
    ])
  })

  it('a step of an enrolment is an event, and a push for the enrolment flow', async () => {
    const { connect, frame, events, messages } = harness()
    const pushes: unknown[] = []
    messages.pushes$.subscribe((push) => pushes.push(push))
    await connect()
    const bizData = { event: 'unlockMethodEntry', period: 2 }
    frame({ ...biz('doorUnlockMethodStatus', bizData), ts: START_MS })
    expect(events).toMatchObject([{ kind: 'enrolment', atMs: START_MS, message: { bizData } }])
    expect(pushes).toMatchObject([{ devId: 'lock-1', bizData }])
  })

  it('late reports are passed to flows as messages, and the others as data points', async () => {
    const { messages, frame, connect, clock } = harness()
    const pushes: unknown[] = []
    const reports: unknown[] = []
    messages.pushes$.subscribe((push) => pushes.push(push))
    messages.dataPointsOf('lock-1').reports$.subscribe((report) => reports.push(report))
    await connect()
    const t = clock.now()
    const rows = [
      { code: 'unlock_card', value: 2, t: t - 60_000 },
      { code: 'lock_motor_state', value: false, t },
    ]
    frame({ devId: 'lock-1', status: rows })
    await settle()
    const properties = [{ code: 'unlock_card', value: 2, time: t - 60_000 }]
    expect(pushes).toEqual([
      { bizCode: 'devicePropertyMessage', bizData: { devId: 'lock-1', properties } },
    ])
    expect(reports).toEqual([{ lock_motor_state: false }])
  })

  it('a report that a sleeping lock kept is late, and no data point for a flow', async () => {
    const { connect, frame, events, messages } = harness()
    const reports: unknown[] = []
    messages.dataPointsOf('lock-1').reports$.subscribe((dps) => reports.push(dps))
    await connect()
    frame(finger(START_MS - 120_000))
    frame(finger(START_MS - 5_000), { messageId: 'message-2' })
    frame({ ...finger(START_MS), devId: 'lock-2' }, { messageId: 'message-3' })
    expect(events.map((event) => 'isLate' in event && event.isLate)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    expect(reports).toEqual([{ lock_motor_state: true, unlock_fingerprint: 3 }])
  })

  it('data points are not sent without `send`', async () => {
    const { messages } = harness()
    const errors: unknown[] = []
    const { send } = messages.dataPointsOf('lock-1')
    send({ lock_motor_state: true }).subscribe({ error: (error) => errors.push(error) })
    expect(errors).toMatchObject([{ kind: 'unsupported' }])
  })

  it.each([
    ['a bizCode', biz('deviceFreeze'), 'deviceFreeze', 'lock-1'],
    ['an inherited name as bizCode', biz('toString'), 'toString', 'lock-1'],
    ['content without a known field', { hello: 1 }, undefined, undefined],
    ['a text', 'hello', undefined, undefined],
  ])('%s that is not known is an event of its own', async (_, data, bizCode, deviceId) => {
    expect(await eventsOf(data)).toEqual([
      { kind: 'unknown', messageId: 'message-1', protocol: 4, bizCode, deviceId, data },
    ])
  })

  it('a row with only the id of its data point keeps its value, and an unreadable row costs only itself', async () => {
    const status = [{ 12: '3', t: START_MS }, 'no row', { code: 'eye', value: true, t: START_MS }]
    const [event] = await eventsOf({ devId: 'lock-1', status })
    expect(event).toMatchObject({ kind: 'status', dps: { 12: '3', eye: true } })
  })

  it.each([
    ['a status without a lock', { status: [{ code: 'eye', value: true }] }],
    ['a status without rows', { devId: 'lock-1', status: [] }],
    ['an online message without a lock', { bizCode: 'online' }],
    ['an unreadable enrolment', biz('doorUnlockMethodStatus', { operate: 'x', event: 7 })],
  ])('%s is reported as unreadable', async (_, data) => {
    expect(await eventsOf(data)).toMatchObject([{ kind: 'unreadable', reason: 'contract' }])
  })
})

describe('the message service: messages that cannot be read', () => {
  it.each([
    ['another key', { secret: `${'9'.repeat(31)}x` }, 'decryption'],
    [
      'another key with AES-ECB',
      { secret: `${'9'.repeat(31)}x`, encryption: 'aes_ecb' },
      'signature',
    ],
  ] as const)('%s is reported and not acknowledged without a handler', async (_, more, reason) => {
    const { connect, frame, socket, events } = harness()
    await connect()
    frame(finger(), more)
    frame(finger(), more)
    await settle()
    expect(events).toMatchObject([{ kind: 'unreadable', messageId: 'message-1', reason }])
    expect(socket().sent).toEqual([])
  })

  it('a handler that accepts an unreadable message acknowledges it', async () => {
    const { connect, frame, socket } = harness({ onEvent: () => {} })
    await connect()
    frame(finger(), { secret: '9'.repeat(32) })
    await settle()
    expect(socket().acknowledged).toEqual(['message-1'])
  })

  it('a wrong signature is reported with AES-ECB, unless signatures are ignored', async () => {
    const frame = JSON.parse(frameOf(finger(), { encryption: 'aes_ecb' }))
    const envelope = JSON.parse(Buffer.from(frame.payload, 'base64').toString())
    const forged = { ...envelope, t: envelope.t + 1 }
    const text = JSON.stringify({
      ...frame,
      payload: Buffer.from(JSON.stringify(forged)).toString('base64'),
    })
    for (const [signature, kinds] of [
      ['required', ['unreadable']],
      ['ignored', ['unlock', 'status']],
    ] as const) {
      const { connect, socket, events } = harness({ signature })
      await connect()
      socket().frame(text)
      expect(events.map(({ kind }) => kind)).toEqual(kinds)
    }
  })

  it('any frame is reported at most as unreadable, and throws nothing', async () => {
    const { connect, socket, events } = harness()
    await connect()
    const payload = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map((text) => Buffer.from(text).toString('base64')),
    )
    const frames = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record(
          { messageId: fc.anything(), payload, properties: fc.anything() },
          { requiredKeys: [] },
        )
        .map((frame) => {
          try {
            return JSON.stringify(frame) ?? ''
          } catch {
            return ''
          }
        }),
    )
    fc.assert(
      fc.property(frames, (text) => {
        const before = events.length
        socket().frame(text)
        expect(events.slice(before).every(({ kind }) => kind === 'unreadable')).toBe(true)
      }),
    )
    expect(events.length).toBeGreaterThan(50)
  })

  it('any content is an event of some kind', async () => {
    const { connect, frame, events } = harness()
    await connect()
    let id = 0
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('status', 'bizCode', 'bizData', 'x'),
        (value, name) => {
          const before = events.length
          frame({ devId: 'lock-1', bizCode: 'online', [name]: value }, { messageId: `m-${id++}` })
          // Two messages about the same report are one event.
          expect(events.length - before).toBeLessThanOrEqual(3)
        },
      ),
    )
    expect(events.length).toBeGreaterThan(50)
  })

  it('no secret is in an event, a state, a failure or an error', async () => {
    const all: unknown[] = []
    for (const secret of [SECRET, '9'.repeat(32)])
      for (const encryption of ['aes_gcm', 'aes_ecb'] as const) {
        const one = harness({
          onEvent: () => {
            throw new Error(SECRET)
          },
        })
        await one.connect()
        one.frame(finger(), { secret, encryption })
        one.socket().frame(SECRET)
        one.socket().frame(`{"messageId":"x","${SECRET}":1}`)
        await settle()
        one.socket().emit('error', { message: `${one.socket().init.headers.password} ${SECRET}` })
        all.push(one.events, one.states, one.failures, one.socket().init.headers.password)
      }
    const password = String(all.pop())
    const told = JSON.stringify(all.filter((value) => value !== password))
    expect(told).toContain('unreadable')
    for (const part of [SECRET, SECRET.slice(8, 24), password]) expect(told).not.toContain(part)
    expect(() => harness({ secret: 'a short secret' })).toThrow(/secret/)
    expect(() => harness({ secret: 'a short secret' })).not.toThrow(/a short secret/)
    expect(told).not.toContain(CLIENT_ID)
  })
})
