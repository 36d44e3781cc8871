import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { failureOf, pass, settle } from '../support/settle'
import { atDoor, isDrawnBack, ordersOf, stepsOf } from './door'

const { frontDoor, gardenGate, garage, shed } = seed.locks
const families = ['mini-program'] as const
const ORDER = 'doorLock.passwordFreeOpen'

/** Every door that can be opened with a ticket, with the way in which its report is heard. */
const doors = [
  ['a Wi-Fi lock, by its data points', { lock: frontDoor, dataPoints: true }, 'data-points'],
  ['a Wi-Fi lock, by its status', { lock: frontDoor }, 'status'],
  ['a Bluetooth lock, by its data points', { lock: gardenGate, dataPoints: true }, 'data-points'],
  ['a Bluetooth lock, by its status', { lock: gardenGate }, 'status'],
  ['a Zigbee lock, by its data points', { lock: garage, dataPoints: true }, 'data-points'],
  ['a Zigbee lock, by its status', { lock: garage }, 'status'],
] as const

describe.each(doors)('an unlock of %s', (_, wanted, reportedBy) => {
  it('is one order with a fresh ticket, and ends when the lock reports', async () => {
    const stage = atDoor({ families, ...wanted })
    const attempt = stage.door.unlock()
    const steps = stepsOf(attempt)
    await expect(settle(stage.clock, attempt.done)).resolves.toEqual({
      reportedBy,
      atMs: stage.clock.now(),
    })
    expect(steps.filter((step) => step !== 'waiting')).toEqual([
      'checking',
      'ticket',
      'sending',
      'done',
    ])
    expect(ordersOf(stage)).toEqual(['unlock'])
    expect(stage.simulator.world.tickets.map(({ spent }) => spent)).toEqual([true])
    expect([stage.listeners.now, stage.timers.now]).toEqual([0, 0])
  })

  it('whose answer is lost has succeeded all the same: the bolt tells', async () => {
    for (const fault of ['drop-after', 'garbage', 'slow'] as const) {
      const stage = atDoor({ families, ...wanted })
      stage.simulator.faults.next(ORDER, fault)
      expect(await settle(stage.clock, stage.door.unlock().done)).toMatchObject({ reportedBy })
      expect(ordersOf(stage)).toEqual(['unlock'])
    }
  })

  it('that got lost on the way is not known to have failed, and not sent again', async () => {
    const stage = atDoor({ families, ...wanted })
    stage.simulator.faults.next(ORDER, 'drop-before')
    const attempt = stage.door.unlock()
    const steps = stepsOf(attempt)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      action: ORDER,
      check: 'device.status',
    })
    expect(steps.slice(-2)).toEqual(['waiting', 'failed'])
    expect(stage.steps.filter((step) => step === ORDER)).toHaveLength(1)
    expect(ordersOf(stage)).toEqual([])
  })

  it('of a lock that sleeps is open-ended: it may still be carried out', async () => {
    const stage = atDoor({ families, ...wanted })
    stage.lock.asleepUntilMs = stage.clock.now() + 60_000
    const startMs = stage.clock.now()
    expect(await failureOf(stage.clock, stage.door.unlock().done)).toMatchObject({
      kind: 'outcome-unknown',
      action: 'remoteUnlock.unlock',
      causeKind: 'timeout',
      check: 'device.status',
    })
    expect(stage.clock.now() - startMs).toBeLessThan(16_000)
    expect(ordersOf(stage)).toEqual([])
    await pass(stage.clock, 60_000)
    expect(ordersOf(stage)).toEqual(['unlock'])
  })
})

describe('a bolt that does not move', () => {
  it('is reported by a Bluetooth lock, at once', async () => {
    const stage = atDoor({ lock: gardenGate, families, dataPoints: true })
    stage.lock.jammed = true
    const startMs = stage.clock.now()
    const attempt = stage.door.unlock()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'lock',
      action: 'remoteUnlock.unlock',
      reason: 'failed',
      message: expect.stringContaining('could not move its bolt'),
    })
    expect(stage.clock.now()).toBe(startMs)
    expect(stage.listeners.now).toBe(0)
  })

  it.each([true, false])('is not reported by a Wi-Fi lock: nobody knows', async (dataPoints) => {
    const stage = atDoor({ lock: frontDoor, families, dataPoints }, { reportTimeoutMs: 5_000 })
    stage.lock.jammed = true
    const startMs = stage.clock.now()
    expect(await failureOf(stage.clock, stage.door.unlock().done)).toMatchObject({
      kind: 'outcome-unknown',
      check: 'device.status',
    })
    expect(stage.clock.now() - startMs).toBe(5_000)
    expect([stage.listeners.now, stage.timers.now]).toEqual([0, 0])
  })
})

describe('without data points', () => {
  it('looks at the bolt more and more slowly', async () => {
    const stage = atDoor({ lock: frontDoor, families })
    stage.lock.jammed = true
    await failureOf(stage.clock, stage.door.unlock().done)
    const looks = stage.steps.filter((step) => step === 'device.status')
    expect(looks).toHaveLength(1 + 7)
  })

  it('sees a bolt that moves late, and a look that fails is none', async () => {
    const stage = atDoor({ lock: frontDoor, families })
    const { clock, simulator, lock } = stage
    lock.asleepUntilMs = clock.now() + 6_000
    const attempt = stage.door.unlock()
    await pass(clock, 100)
    simulator.faults.next('device.status', { vendorCode: 1106 })
    const { atMs, reportedBy } = await settle(clock, attempt.done)
    expect(reportedBy).toBe('status')
    expect(atMs).toBeGreaterThanOrEqual(lock.asleepUntilMs)
  })

  it('cannot see a door open that was open before, and says that the cloud said yes', async () => {
    const stage = atDoor({ lock: frontDoor, families })
    isDrawnBack(stage, true)
    const attempt = stage.door.unlock()
    const startMs = stage.clock.now()
    expect(await settle(stage.clock, attempt.done)).toEqual({ reportedBy: 'cloud', atMs: startMs })
    expect(ordersOf(stage)).toEqual(['unlock'])
  })

  it('nor a lock that tells nothing of its bolt', async () => {
    const stage = atDoor({ lock: frontDoor, families })
    stage.lock.status.length = 0
    stage.lock.jammed = true
    expect(await settle(stage.clock, stage.door.unlock().done)).toMatchObject({
      reportedBy: 'cloud',
    })
  })
})

describe('what the cloud or the type of lock refuses', () => {
  it('keeps its code: nothing moved', async () => {
    const stage = atDoor({ lock: frontDoor, families })
    stage.simulator.faults.next(ORDER, { vendorCode: 2312 })
    expect(await failureOf(stage.clock, stage.door.unlock().done)).toMatchObject({
      kind: 'vendor',
      code: 2312,
      class: 'offline',
    })
    expect(stage.timers.now).toBe(0)
  })

  it('is unsupported where the lock or the panel has no such operation', async () => {
    for (const wanted of [
      { lock: seed.locks.office, families },
      { lock: frontDoor, families: ['panel'] as const, dataPoints: true },
    ]) {
      const stage = atDoor(wanted)
      expect(await failureOf(stage.clock, stage.door.unlock().done)).toMatchObject({
        kind: 'unsupported',
        action: 'remoteUnlock.unlock',
      })
      expect(stage.steps).toEqual([])
    }
  })

  it('is a time that is none', async () => {
    const stage = atDoor({ lock: frontDoor, families })
    for (const timeoutMs of [0, -1, Number.NaN, '5000' as never, null as never])
      expect(await failureOf(stage.clock, stage.door.unlock({ timeoutMs }).done)).toMatchObject({
        kind: 'params',
        issues: [{ path: 'timeoutMs' }],
      })
    expect(stage.steps).toEqual([])
  })
})

it('takes no options of a caller in JavaScript for none', async () => {
  const stage = atDoor({ lock: frontDoor, families, dataPoints: true })
  await settle(stage.clock, stage.door.unlock(null as never).done)
  await settle(stage.clock, stage.door.lock(null as never).done)
  await settle(stage.clock, stage.door.accept(null as never).done)
  expect(ordersOf(stage)).toEqual(['unlock', 'lock', 'unlock'])
  expect(await settle(stage.clock, stage.door.mayUnlock(null as never))).toEqual({ allowed: true })
})

it('ends in time although the clock of the phone is set back', async () => {
  for (const dataPoints of [true, false]) {
    const stage = atDoor({ lock: frontDoor, families, dataPoints })
    stage.lock.jammed = true
    let offsetMs = 0
    const { scheduler = stage.clock.scheduler } = stage.options
    const now = () => scheduler.now() + offsetMs
    const door = remoteUnlock(stage.panel, stage.deviceId, {
      ...stage.options,
      scheduler: { now, schedule: scheduler.schedule },
    })
    const startMs = stage.clock.now()
    const attempt = door.unlock()
    await pass(stage.clock, 2_000)
    offsetMs = -3_600_000
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
    expect(stage.clock.now() - startMs).toBe(15_000)
    expect([stage.listeners.now, stage.timers.now]).toEqual([0, 0])
  }
})

it('finds out beforehand that an order would be in vain', async () => {
  const off = atDoor({ lock: seed.locks.cellar, families })
  const offline = atDoor({ lock: shed, families })
  const stranger = atDoor({ lock: frontDoor, families })
  stranger.lock.users.length = 0
  for (const [stage, reason] of [
    [off, 'switched-off'],
    [offline, 'offline'],
    [stranger, 'no-permission'],
  ] as const) {
    expect(await failureOf(stage.clock, stage.door.unlock().done)).toMatchObject({
      kind: 'lock',
      reason,
    })
    expect(stage.steps).not.toContain('doorLock.passwordTicket')
  }
})

it('leaves to the cloud what cannot be read beforehand', async () => {
  const stage = atDoor({ lock: frontDoor, families, dataPoints: true })
  for (const name of ['doorLock.remoteUnlocks', 'device.getListByIds', 'doorLock.getUser'])
    stage.simulator.faults.always(name, 'drop-after')
  stage.simulator.faults.always('device.status', 'slow')
  const startMs = stage.clock.now()
  await settle(stage.clock, stage.door.unlock().done)
  expect(stage.clock.now() - startMs).toBeLessThanOrEqual(5_000)
  expect(ordersOf(stage)).toEqual(['unlock'])
})
