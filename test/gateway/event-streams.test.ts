import { Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createEventStreams, createGateway } from '../../gateway'
import type { Membership } from '../../gateway/gateway-user'
import type { MessageEvent, StatusRow } from '../../messages'
import { createClock } from '../../simulator'
import { statusRows } from '../../src/push-messages/status-rows'
import { simulated } from '../simulator/client'
import { gatewayOver, simulatedOpenApi, userWith } from './harness'

const deviceId = 'door'
const base = { messageId: 'm1', deviceId, atMs: Date.UTC(2026, 5, 1), isLate: false }

const row = (code: string, value: unknown): StatusRow => ({
  code,
  value,
  atMs: base.atMs,
  isLate: false,
})

const status: MessageEvent = {
  ...base,
  kind: 'status',
  rows: [row('unlock_fingerprint', '1'), row('lock_motor_state', true), row('hijack', true)],
  dps: {},
}

const streamsFor = (membership: Membership | undefined) => {
  const clock = createClock({ startMs: 0, frozen: true })
  const events$ = new Subject<MessageEvent>()
  const streams = createEventStreams({
    events$,
    authenticate: () => userWith(membership),
    pingMs: 1_000,
    maxAgeMs: 5_000,
    clock,
  })
  const open = (id = deviceId) =>
    streams(new Request(`https://gateway.example/events?device_id=${id}`))
  return { clock, events$, open }
}

/** The text of a stream that has ended. */
const textOf = (response: Response) => response.text()

const dataIn = (text: string): readonly unknown[] =>
  [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data))

describe('the event stream of a lock', () => {
  it('has the push messages of that lock, in a form that flows read', async () => {
    const { events$, open } = streamsFor({ role: 'owner' })
    const response = await open()
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    events$.next(status)
    events$.next({ ...status, deviceId: 'other' })
    events$.next({ ...base, kind: 'offline' })
    events$.complete()
    const text = await textOf(response)
    const [push, presence, ...others] = dataIn(text)
    expect(statusRows(push, deviceId).map(({ code }) => code)).toEqual([
      'unlock_fingerprint',
      'lock_motor_state',
      'hijack',
    ])
    expect(text).toContain('event: presence\n')
    expect(presence).toEqual({ kind: 'offline', atMs: base.atMs })
    expect(others).toEqual([])
  })

  it('shows a common member neither who opened the door nor alarms', async () => {
    const { events$, open } = streamsFor({ role: 'member', userId: '1' })
    const response = await open()
    events$.next(status)
    events$.next({ ...status, rows: [row('unlock_card', '2')] })
    events$.complete()
    const pushes = dataIn(await textOf(response))
    expect(pushes).toHaveLength(1)
    expect(statusRows(pushes[0], deviceId).map(({ code }) => code)).toEqual(['lock_motor_state'])
  })

  it.each([
    ['without a membership', undefined],
    ['with the role of a shared user', { role: 'shared' } as const],
  ])('is refused to a user %s', async (_, membership) => {
    const { events$, open } = streamsFor(membership)
    const response = await open()
    expect(await response.json()).toMatchObject({ success: false, code: 'GATEWAY_FORBIDDEN' })
    expect(events$.observed).toBe(false)
  })

  it('is refused without a user', async () => {
    const streams = createEventStreams({ events$: new Subject(), authenticate: () => undefined })
    const response = await streams(new Request('https://gateway.example/events?device_id=door'))
    expect(response.status).toBe(401)
  })

  it('stays open by empty lines, and ends after its time', async () => {
    const { clock, events$, open } = streamsFor({ role: 'owner' })
    const response = await open()
    clock.advance(5_000)
    expect((await textOf(response)).match(/^:$/gm)).toHaveLength(5)
    expect(events$.observed).toBe(false)
  })

  it('listens to nothing after its client has gone', async () => {
    const { events$, open } = streamsFor({ role: 'owner' })
    const response = await open()
    expect(events$.observed).toBe(true)
    await response.body?.cancel()
    expect(events$.observed).toBe(false)
  })

  it('is what a gateway with messages answers to GET', async () => {
    const simulator = simulated()
    const events$ = new Subject<MessageEvent>()
    const gateway = createGateway({
      openApi: simulatedOpenApi(simulator),
      authenticate: () => userWith({ role: 'owner' }),
      messages: { events$ },
      clock: simulator.clock,
    })
    const response = await gateway(new Request(`https://gateway.example/?device_id=${deviceId}`))
    events$.next(status)
    events$.complete()
    expect(dataIn(await textOf(response))).toHaveLength(1)
    expect(simulator.requests).toEqual([])
  })

  it('does not exist at a gateway without messages', async () => {
    const { gateway } = gatewayOver(simulated())
    const response = await gateway(new Request(`https://gateway.example/?device_id=${deviceId}`))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'GATEWAY_BAD_REQUEST' })
  })
})
