import { NEVER, Observable, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { DataPoints } from '../../../src/data-points/data-points'
import { failureOf, pass, settle } from '../support/settle'
import { atDoor, isDrawnBack, ordersOf, stepsOf } from './door'

const { frontDoor, gardenGate, garage, office, shed } = seed.locks
const families = ['mini-program'] as const

describe.each([
  ['a Wi-Fi lock, through the cloud', { lock: frontDoor, families }, 'status'],
  ['a Bluetooth lock, through the cloud', { lock: gardenGate, families }, 'status'],
  ['a Zigbee lock, through the cloud', { lock: garage, families }, 'status'],
  ['access control, through the cloud', { lock: office, families }, 'status'],
  [
    'a lock whose data points are heard',
    { lock: frontDoor, families, dataPoints: true },
    'data-points',
  ],
  [
    'a lock that a panel reaches by its data points alone',
    { lock: gardenGate, families: [], dataPoints: true },
    'data-points',
  ],
] as const)('locking %s', (_, wanted, reportedBy) => {
  it('is one order, and ends when the lock reports', async () => {
    const stage = atDoor(wanted)
    isDrawnBack(stage, true)
    const attempt = stage.door.lock()
    const steps = stepsOf(attempt)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ reportedBy })
    expect(steps.filter((step) => step !== 'waiting')).toEqual(['checking', 'sending', 'done'])
    expect(ordersOf(stage)).toEqual(['lock'])
    expect(stage.lock.status).toContainEqual({ code: 'lock_motor_state', value: false })
    expect([stage.listeners.now, stage.timers.now]).toEqual([0, 0])
  })

  it('is open-ended where the bolt is not seen to move', async () => {
    const stage = atDoor(wanted)
    isDrawnBack(stage, true)
    stage.lock.jammed = true
    expect(await failureOf(stage.clock, stage.door.lock().done)).toMatchObject({
      kind: 'outcome-unknown',
      action: 'remoteUnlock.lock',
    })
    expect(ordersOf(stage)).toEqual(['lock'])
    expect([stage.listeners.now, stage.timers.now]).toEqual([0, 0])
  })
})

it('goes through the cloud where there is one, and by the data point where there is none', async () => {
  const both = atDoor({ lock: frontDoor, families, dataPoints: true })
  await settle(both.clock, both.door.lock().done)
  expect(both.steps).toContain('device.control')
  const alone = atDoor({ lock: frontDoor, families: ['panel'], dataPoints: true })
  await settle(alone.clock, alone.door.lock().done)
  expect(alone.steps).toEqual(['send lock_motor_state'])
  const neither = atDoor({ lock: frontDoor, families: ['panel'] })
  expect(await failureOf(neither.clock, neither.door.lock().done)).toMatchObject({
    kind: 'unsupported',
  })
})

it('is not sent to a lock that is offline, and needs no switch', async () => {
  const offline = atDoor({ lock: shed, families })
  expect(await failureOf(offline.clock, offline.door.lock().done)).toMatchObject({
    reason: 'offline',
  })
  const cellar = atDoor({ lock: seed.locks.cellar, families })
  await settle(cellar.clock, cellar.door.lock().done)
  expect(ordersOf(cellar)).toEqual(['lock'])
})

it('of a door that is locked already is the yes of the cloud', async () => {
  const stage = atDoor({ lock: frontDoor, families })
  expect(await settle(stage.clock, stage.door.lock().done)).toMatchObject({ reportedBy: 'cloud' })
})

it('does not wait for a lock that has nothing to report: its bolt stands there already', async () => {
  const stage = atDoor(
    { lock: frontDoor, families },
    { dataPoints: { send: () => NEVER, reports$: NEVER } },
  )
  const startMs = stage.clock.now()
  expect(await settle(stage.clock, stage.door.lock().done)).toMatchObject({ reportedBy: 'cloud' })
  expect(stage.clock.now()).toBe(startMs)
  stage.simulator.faults.next('device.control', 'drop-after')
  expect(await failureOf(stage.clock, stage.door.lock().done)).toMatchObject({
    kind: 'outcome-unknown',
  })
  expect(stage.clock.now() - startMs).toBe(15_000)
})

describe('an order by the data point', () => {
  const over = (dataPoints: DataPoints) =>
    atDoor({ lock: frontDoor, families: [] }, { dataPoints, reportTimeoutMs: 5_000 })

  it('is open-ended where the app finds no way to the lock', async () => {
    const stage = atDoor({ lock: shed, families: [], dataPoints: true })
    expect(await failureOf(stage.clock, stage.door.lock().done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'transport',
    })
    expect([stage.listeners.now, stage.timers.now]).toEqual([0, 0])
  })

  it('is unsupported where the lock has no such data point', async () => {
    const stage = atDoor({ lock: frontDoor, families: [] })
    const { lock_motor_state: _, ...dpIds } = frontDoor.dpIds
    stage.simulator.world.locks[0] = { ...frontDoor, dpIds }
    const dataPoints = stage.simulator.asDataPoints({ deviceId: frontDoor.id })
    const { clock, door } = over(dataPoints)
    expect(await failureOf(clock, door.lock().done)).toMatchObject({ kind: 'unsupported' })
  })

  it('of an app that never answers ends all the same, and can be cancelled', async () => {
    const silent = { send: () => NEVER, reports$: NEVER }
    const stage = over(silent)
    expect(await failureOf(stage.clock, stage.door.lock().done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'timeout',
    })
    const attempt = stage.door.lock()
    await pass(stage.clock, 1_000)
    attempt.cancel()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(stage.timers.now).toBe(0)
  })

  it('never fails with an error of somebody else', async () => {
    const secret = new Error('password 204060')
    const stage = over({
      send: () => throwError(() => secret),
      reports$: throwError(() => secret),
    })
    const error = await failureOf(stage.clock, stage.door.lock().done)
    expect(error).toMatchObject({ kind: 'outcome-unknown' })
    expect(JSON.stringify(error) + String(error)).not.toContain('204060')
  })

  it('does not take for a report what a host tells of the past', async () => {
    const past = new Observable<{ lock_motor_state: boolean }>((subscriber) => {
      subscriber.next({ lock_motor_state: false })
    })
    const stage = over({ send: () => NEVER, reports$: past })
    expect(await failureOf(stage.clock, stage.door.lock().done)).toMatchObject({
      kind: 'outcome-unknown',
    })
  })
})
