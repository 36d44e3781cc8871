import { lastValueFrom, Observable, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { DpConnection, DpSnapshot, DpValues } from '../../../src/data-points/data-points'
import type { DoorState } from '../../../src/flows/live/door-state'
import { live } from '../../../src/flows/live/live'
import { createHarness, type HarnessOptions } from '../support/flow-harness'
import { failureOf, pass, settle } from '../support/settle'

const { frontDoor, garage, shed } = seed.locks
const families = ['mini-program'] as const
const STATUS = 'device.status'
const DEVICES = 'device.getListByIds'

/** A door with data points that the test controls. */
const controlled = (
  more: {
    readonly repeats?: DpValues
    readonly current?: () => Promise<DpSnapshot>
    readonly pollMs?: number
  } = {},
  input: HarnessOptions = { lock: frontDoor, families },
) => {
  const harness = createHarness(input)
  const reports = new Subject<DpValues>()
  const connections = new Subject<DpConnection>()
  const reports$ = new Observable<DpValues>((subscriber) => {
    if (more.repeats !== undefined) subscriber.next(more.repeats)
    return reports.subscribe(subscriber)
  })
  const dataPoints = {
    send: () => new Observable<never>(),
    reports$,
    connection$: connections.asObservable(),
    current: more.current,
  }
  const door = live(harness.panel, harness.deviceId, { ...harness.options, dataPoints })
  const states: DoorState[] = []
  const last = () => states.at(-1)
  const subscribe = () => door.state$.subscribe((state) => states.push(state))
  return { ...harness, dataPoints, reports, connections, door, states, last, subscribe }
}

describe('reports in the live state', () => {
  it.each([
    ['ty', garage],
    ['TYSdk', garage],
  ] as const)('follow the bolt within a second over %s', async (host, lock) => {
    const { panel, deviceId, options, simulator, clock, listeners } = createHarness({
      lock,
      families: ['panel'],
      host,
    })
    const states: DoorState[] = []
    const subscription = live(panel, deviceId, options).state$.subscribe((one) => states.push(one))
    await pass(clock, 3_000)
    simulator
      .asDataPoints({ deviceId })
      .send({ lock_motor_state: true })
      .subscribe({ error: () => {} })
    await pass(clock, 1_000)
    expect(states.at(-1)?.bolt).toMatchObject({ value: 'unlocked', source: 'data-points' })
    subscription.unsubscribe()
    expect(listeners.now).toBe(0)
  })

  it('carry their time by the clock of the panel, and every documented code', async () => {
    const { clock, reports, last, subscribe } = controlled()
    subscribe()
    await pass(clock, 5_000)
    reports.next({ closed_opened: 'open', residual_electricity: 12, battery_state: 'low' })
    const atMs = clock.now()
    expect(last()).toMatchObject({
      door: { value: 'open', atMs, source: 'data-points' },
      battery: { value: { percent: 12 }, atMs },
    })
    reports.next({ battery_state: 'high', lock_motor_state: 'zz', closed_opened: 3 })
    expect(last()).toMatchObject({
      door: { value: 'open', atMs },
      battery: { value: { percent: 12 } },
      bolt: { value: 'locked' },
    })
  })

  it('are not overwritten by an answer that was read before them or is older', async () => {
    const { clock, reports, last, door, subscribe } = controlled()
    subscribe()
    reports.next({ lock_motor_state: true })
    await pass(clock, 5_000)
    expect(last()?.online).toMatchObject({ source: 'cloud' })
    expect(last()?.bolt).toMatchObject({ value: 'unlocked', source: 'data-points' })
    expect((await settle(clock, door.current())).bolt?.value).toBe('unlocked')
  })

  it('are not overwritten by a status without time, until the cloud can no longer lag', async () => {
    const { clock, panel, deviceId, options, reports, dataPoints } = controlled()
    const withoutTime = {
      ...panel,
      twinsOf: () => [],
      find: (name: string) => (name === DEVICES ? undefined : panel.find(name)),
    }
    const door = live(withoutTime, deviceId, { ...options, dataPoints })
    const subscription = door.state$.subscribe()
    await pass(clock, 5_000)
    reports.next({ lock_motor_state: true })
    subscription.unsubscribe()
    await pass(clock, 10_000)
    expect((await settle(clock, door.current())).bolt?.value).toBe('unlocked')
    await pass(clock, 10_000)
    expect((await settle(clock, door.current())).bolt).toMatchObject({ value: 'locked' })
  })

  it('that a host repeats to a new subscriber replace nothing that the cloud shows', async () => {
    const { clock, last, subscribe } = controlled({ repeats: { lock_motor_state: true } })
    const first = subscribe()
    expect(last()?.bolt).toMatchObject({ value: 'unlocked', atMs: 0 })
    await pass(clock, 5_000)
    expect(last()?.bolt).toMatchObject({ value: 'locked', source: 'cloud' })
    first.unsubscribe()
    subscribe()
    expect(last()?.bolt?.value).toBe('locked')
  })

  it('of a lock that opens lead to one more read of the last record', async () => {
    const { clock, reports, steps, last, subscribe } = controlled()
    subscribe()
    await pass(clock, 5_000)
    const before = steps.filter((step) => step === 'doorLock.listRecords').length
    reports.next({ unlock_fingerprint: 1 })
    reports.next({ unlock_fingerprint: 2 })
    await pass(clock, 5_000)
    expect(steps.filter((step) => step === 'doorLock.listRecords').length).toBe(before + 2)
    expect(last()?.lastRecord?.value).toMatchObject({ atMs: expect.any(Number) })
  })
})

describe('the connection in the live state', () => {
  it('comes from the host, whose word the cloud does not replace', async () => {
    const current = async () => ({ online: true, via: 'bluetooth', dps: {} }) as const
    const { clock, connections, last, subscribe } = controlled(
      { current },
      { lock: shed, families },
    )
    subscribe()
    await pass(clock, 5_000)
    expect(last()).toMatchObject({
      online: { value: true, source: 'host' },
      via: { value: 'bluetooth', source: 'host' },
      bolt: { value: 'locked', source: 'cloud' },
    })
    connections.next({ online: false, asleep: true })
    expect(last()).toMatchObject({ online: { value: false }, asleep: { value: true } })
    expect(last()?.via).toBeUndefined()
  })

  it('that the host reported is not replaced by a later read of the cloud', async () => {
    const { clock, door, connections, subscribe } = controlled({}, { lock: shed, families })
    const subscription = subscribe()
    await pass(clock, 5_000)
    connections.next({ online: true, via: 'local' })
    subscription.unsubscribe()
    await pass(clock, 60_000)
    expect(await settle(clock, door.current())).toMatchObject({
      online: { value: true, source: 'host' },
      via: { value: 'local' },
    })
  })

  it('is offline in the cloud, and reached over nothing', async () => {
    const { clock, door } = controlled({}, { lock: shed, families })
    const state = await settle(clock, door.current())
    expect(state.online?.value).toBe(false)
    expect(state.via).toBeUndefined()
  })
})

describe('failed reads of the live state', () => {
  it('are named in `unread`, and read again by current()', async () => {
    const { clock, simulator, last, steps, door, subscribe } = controlled()
    simulator.faults.always(DEVICES, { vendorCode: 1106 })
    simulator.faults.always(STATUS, { vendorCode: 1106 })
    subscribe()
    await pass(clock, 5_000)
    expect(last()).toMatchObject({ unread: ['cloud'] })
    expect(last()?.bolt).toBeUndefined()
    simulator.faults.clear()
    const sent = steps.length
    const state = await settle(clock, door.current())
    expect(state).toMatchObject({ bolt: { value: 'locked' }, unread: [] })
    expect(steps.slice(sent)).toEqual([DEVICES])
    await settle(clock, door.current())
    expect(steps.length).toBe(sent + 1)
  })

  it('fail current() with an SdkError if nothing could be read', async () => {
    const { clock, door } = controlled(
      { current: () => Promise.reject(new Error('1234567')) },
      {
        lock: frontDoor,
        families: [],
      },
    )
    const error = await failureOf(clock, door.current())
    expect(error).toMatchObject({ kind: 'transport' })
    expect(String(error)).not.toContain('1234567')
  })

  it('fail with an UnsupportedError if the panel can read nothing', async () => {
    const { panel, deviceId, options, clock } = createHarness({ lock: garage, families: ['panel'] })
    const withRoutes = { ...panel, find: () => undefined, twinsOf: () => [] }
    const door = live(withRoutes, deviceId, options)
    expect(await failureOf(clock, door.current())).toMatchObject({ kind: 'unsupported' })
    expect(await failureOf(clock, lastValueFrom(door.state$))).toMatchObject({
      kind: 'unsupported',
    })
  })
})

describe('polling of the live state', () => {
  it('reads every pollMs while it has subscribers, and shows what has changed', async () => {
    const { panel, deviceId, options, lock, clock, steps, timers } = createHarness({
      lock: frontDoor,
      families,
    })
    const states: DoorState[] = []
    const door = live(panel, deviceId, { ...options, pollMs: 10_000 })
    const subscription = door.state$.subscribe((state) => states.push(state))
    await pass(clock, 5_000)
    const bolt = lock.status.find(({ code }) => code === 'lock_motor_state')
    if (bolt !== undefined) bolt.value = true
    lock.updatedAt = Math.floor(clock.now() / 1_000)
    await pass(clock, 15_000)
    expect(states.at(-1)?.bolt).toMatchObject({ value: 'unlocked', source: 'cloud' })
    subscription.unsubscribe()
    const sent = steps.length
    await pass(clock, 60_000)
    expect(steps.length).toBe(sent)
    expect(timers.now).toBe(0)
  })
})
