import { Observable, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { DpValues } from '../../../src/data-points/data-points'
import type { DoorEvent } from '../../../src/flows/live/door-event'
import { live } from '../../../src/flows/live/live'
import { createNativePanel, hosts } from '../native/native-host'
import { createHarness } from '../support/flow-harness'

const { frontDoor, garage, gardenGate } = seed.locks

/** A lock whose reports and messages the test sends. */
const controlled = (repeats?: DpValues) => {
  const harness = createHarness({ lock: frontDoor, families: ['mini-program'] })
  const reports = new Subject<DpValues>()
  const pushes = new Subject<unknown>()
  const dataPoints = {
    send: () => new Observable<never>(),
    reports$: new Observable<DpValues>((subscriber) => {
      if (repeats !== undefined) subscriber.next(repeats)
      return reports.subscribe(subscriber)
    }),
  }
  const { panel, deviceId, options, clock } = harness
  const events: DoorEvent[] = []
  const door = live(panel, deviceId, { ...options, dataPoints, pushes$: pushes.asObservable() })
  const subscription = door.events$.subscribe((event) => events.push(event))
  const push = (code: string, value: unknown, t: number, devId = deviceId) =>
    pushes.next(JSON.stringify({ devId, status: [{ code, value, t }] }))
  return { panel, clock, reports, pushes, push, deviceId, events, subscription }
}

describe('the events of a door', () => {
  it.each(
    Object.entries(hosts).flatMap(([host, createHost]) =>
      [garage, gardenGate].map((seeded) => [host, seeded.name, createHost, seeded] as const),
    ),
  )('over %s, %s: openings, alarms, the doorbell and the bolt', (_, _name, createHost, seeded) => {
    const { clock, simulator, door, listenerCount } = createNativePanel(createHost, seeded)
    const events: DoorEvent[] = []
    const subscription = door.events$.subscribe((event) => events.push(event))
    const start = clock.now()
    const finger = { dpCode: 'unlock_fingerprint', unlockSn: 1 }
    simulator.doAtDoor(seeded.id, { kind: 'use-method', ...finger })
    simulator.doAtDoor(seeded.id, { kind: 'turn-bolt', isOpen: false })
    simulator.doAtDoor(seeded.id, { kind: 'use-unknown-method', dpCode: 'unlock_card' })
    clock.advance(1_000)
    simulator.doAtDoor(seeded.id, { kind: 'ring-doorbell' })
    // The app passes reports on in a later task.
    clock.advance(1)
    const reported = { source: 'data-points', isLate: false, atMs: start }
    expect(events).toEqual([
      {
        ...reported,
        kind: 'opening',
        code: 'unlock_fingerprint',
        method: 'fingerprint',
        unlockSn: 1,
      },
      { ...reported, kind: 'bolt', code: 'lock_motor_state', value: 'unlocked' },
      { ...reported, kind: 'bolt', code: 'lock_motor_state', value: 'locked' },
      { ...reported, kind: 'alarm', code: 'alarm_lock', alarm: 'wrong_card' },
      { ...reported, kind: 'doorbell', code: 'doorbell', atMs: start + 1_000 },
    ])
    expect(listenerCount()).toBe(1)
    subscription.unsubscribe()
    expect(listenerCount()).toBe(0)
  })

  it('have the position of the door, a closing, and the method of a duress alarm', () => {
    const { reports, events } = controlled()
    reports.next({ closed_opened: 'open' })
    reports.next({ lock_record: '' })
    reports.next({ hijack: 'unlock_fingerprint-02' })
    reports.next({ residual_electricity: 10, closed_opened: 7 })
    expect(events).toMatchObject([
      { kind: 'door', value: 'open' },
      { kind: 'closing', code: 'lock_record' },
      { kind: 'alarm', alarm: 'duress', method: 'fingerprint', unlockSn: 2 },
    ])
  })

  it('are no events: what the host repeats to a subscriber, the same position, the end of an alarm', () => {
    const { reports, events } = controlled({ lock_motor_state: true, unlock_card: 2 })
    reports.next({ lock_motor_state: true })
    reports.next({ doorbell: false, alarm_lock: '' })
    expect(events).toEqual([])
    reports.next({ lock_motor_state: false })
    reports.next({ unlock_card: 2 })
    reports.next({ unlock_card: 2 })
    expect(events.map(({ kind }) => kind)).toEqual(['bolt', 'opening', 'opening'])
  })

  it('of a message have its time, and are late if they happened more than ten seconds before', () => {
    const { clock, push, pushes, deviceId, events } = controlled()
    const now = clock.now()
    push('unlock_fingerprint', 3, now - 60_000)
    push('unlock_card', 2, now - 500)
    push('unlock_card', 2, now, 'another-lock')
    const properties = [{ code: 'doorbell', value: true, time: now - 11_000 }]
    pushes.next({ bizCode: 'devicePropertyMessage', bizData: { devId: deviceId, properties } })
    for (const other of ['no json', null, 7, { devId: deviceId, status: 'x' }]) pushes.next(other)
    const [source, isLate] = ['push', true]
    expect(events).toMatchObject([
      { kind: 'opening', method: 'fingerprint', unlockSn: 3, atMs: now - 60_000, source, isLate },
      { kind: 'opening', method: 'card', atMs: now - 500, source, isLate: false },
      { kind: 'doorbell', atMs: now - 11_000, source, isLate },
    ])
  })

  it('are emitted once if they arrive as a report and as a message, in any order, or repeatedly', () => {
    const { clock, push, reports, events } = controlled()
    const now = clock.now()
    reports.next({ unlock_card: 2 })
    push('unlock_card', 2, now - 300)
    push('unlock_card', 2, now - 300)
    expect(events).toHaveLength(1)
    push('unlock_fingerprint', 1, now)
    reports.next({ unlock_fingerprint: 1 })
    push('unlock_fingerprint', 1, now)
    expect(events).toHaveLength(2)
    // The next finger is another event.
    clock.advance(2_000)
    push('unlock_fingerprint', 1, now + 2_000)
    reports.next({ unlock_fingerprint: 1 })
    expect(events.map(({ source }) => source)).toEqual(['data-points', 'push', 'push'])
    // So is the next card, although the report of the first one is recent.
    push('unlock_card', 2, now + 2_000)
    expect(events).toHaveLength(4)
  })

  it('end with the panel, and fail without a source or with its failure', () => {
    const ended: string[] = []
    const { panel, reports, subscription } = controlled()
    subscription.add(() => ended.push('closed'))
    panel.close()
    expect([ended, reports.observed]).toEqual([['closed'], false])
    const { panel: other, deviceId, options } = createHarness({ lock: frontDoor, families: [] })
    const failures: unknown[] = []
    const fail = { error: (error: unknown) => failures.push(error) }
    live(other, deviceId, options).events$.subscribe(fail)
    const pushes$ = new Observable((subscriber) => subscriber.error(new Error('secret')))
    live(other, deviceId, { ...options, pushes$ }).events$.subscribe(fail)
    expect(failures).toMatchObject([{ kind: 'unsupported' }, { kind: 'transport' }])
    expect(String(failures[1])).not.toContain('secret')
  })
})
