import { NEVER, Observable, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { DataPoints } from '../../../src/data-points/data-points'
import { failureOf, pass, settle } from '../support/settle'
import { collectSteps, commandsOf, createDoorHarness, setBolt } from './door-harness'

const { frontDoor, gardenGate, garage, office, shed } = seed.locks
const families = ['mini-program'] as const

describe.each([
  ['a Wi-Fi lock over the cloud', { lock: frontDoor, families }, 'status'],
  ['a Bluetooth lock over the cloud', { lock: gardenGate, families }, 'status'],
  ['a Zigbee lock over the cloud', { lock: garage, families }, 'status'],
  ['access control over the cloud', { lock: office, families }, 'status'],
  ['a lock with data points', { lock: frontDoor, families, dataPoints: true }, 'data-points'],
  [
    'a lock over data points only',
    { lock: gardenGate, families: [], dataPoints: true },
    'data-points',
  ],
] as const)('locking %s', (_, input, reportedBy) => {
  it('sends one command, and ends when the lock reports', async () => {
    const harness = createDoorHarness(input)
    setBolt(harness, true)
    const attempt = harness.door.lock()
    const steps = collectSteps(attempt)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ reportedBy })
    expect(steps.filter((step) => step !== 'waiting')).toEqual(['checking', 'sending', 'done'])
    expect(commandsOf(harness)).toEqual(['lock'])
    expect(harness.lock.status).toContainEqual({ code: 'lock_motor_state', value: false })
    expect([harness.listeners.now, harness.timers.now]).toEqual([0, 0])
  })

  it('has an unknown outcome if the move of the bolt is not confirmed', async () => {
    const harness = createDoorHarness(input)
    setBolt(harness, true)
    harness.lock.jammed = true
    expect(await failureOf(harness.clock, harness.door.lock().done)).toMatchObject({
      kind: 'outcome-unknown',
      action: 'remoteUnlock.lock',
    })
    expect(commandsOf(harness)).toEqual(['lock'])
    expect([harness.listeners.now, harness.timers.now]).toEqual([0, 0])
  })
})

describe('lock', () => {
  it('uses the cloud if the panel supports it, otherwise the data point', async () => {
    const both = createDoorHarness({ lock: frontDoor, families, dataPoints: true })
    await settle(both.clock, both.door.lock().done)
    expect(both.steps).toContain('device.control')
    const dataPointsOnly = createDoorHarness({
      lock: frontDoor,
      families: ['panel'],
      dataPoints: true,
    })
    await settle(dataPointsOnly.clock, dataPointsOnly.door.lock().done)
    expect(dataPointsOnly.steps).toEqual(['send lock_motor_state'])
    const neither = createDoorHarness({ lock: frontDoor, families: ['panel'] })
    expect(await failureOf(neither.clock, neither.door.lock().done)).toMatchObject({
      kind: 'unsupported',
    })
  })

  it('is not sent to a lock that is offline, and is not blocked by the switch', async () => {
    const offline = createDoorHarness({ lock: shed, families })
    expect(await failureOf(offline.clock, offline.door.lock().done)).toMatchObject({
      reason: 'offline',
    })
    const cellar = createDoorHarness({ lock: seed.locks.cellar, families })
    await settle(cellar.clock, cellar.door.lock().done)
    expect(commandsOf(cellar)).toEqual(['lock'])
  })

  it('is confirmed by the cloud if the door was already locked', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families })
    expect(await settle(harness.clock, harness.door.lock().done)).toMatchObject({
      reportedBy: 'cloud',
    })
  })

  it('does not wait for a report if the bolt was already locked', async () => {
    const harness = createDoorHarness(
      { lock: frontDoor, families },
      { dataPoints: { send: () => NEVER, reports$: NEVER } },
    )
    const startMs = harness.clock.now()
    expect(await settle(harness.clock, harness.door.lock().done)).toMatchObject({
      reportedBy: 'cloud',
    })
    expect(harness.clock.now()).toBe(startMs)
    harness.simulator.faults.next('device.control', 'drop-after')
    expect(await failureOf(harness.clock, harness.door.lock().done)).toMatchObject({
      kind: 'outcome-unknown',
    })
    expect(harness.clock.now() - startMs).toBe(15_000)
  })
})

describe('lock over the data point', () => {
  const createDataPointHarness = (dataPoints: DataPoints) =>
    createDoorHarness({ lock: frontDoor, families: [] }, { dataPoints, reportTimeoutMs: 5_000 })

  it('has an unknown outcome if the host fails to reach the lock', async () => {
    const harness = createDoorHarness({ lock: shed, families: [], dataPoints: true })
    expect(await failureOf(harness.clock, harness.door.lock().done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'transport',
    })
    expect([harness.listeners.now, harness.timers.now]).toEqual([0, 0])
  })

  it('is not supported by a lock without that data point', async () => {
    const harness = createDoorHarness({ lock: frontDoor, families: [] })
    const { lock_motor_state: _, ...dpIds } = frontDoor.dpIds
    harness.simulator.world.locks[0] = { ...frontDoor, dpIds }
    const dataPoints = harness.simulator.asDataPoints({ deviceId: frontDoor.id })
    const { clock, door } = createDataPointHarness(dataPoints)
    expect(await failureOf(clock, door.lock().done)).toMatchObject({ kind: 'unsupported' })
  })

  it('ends if the host never answers, and can be cancelled', async () => {
    const silent = { send: () => NEVER, reports$: NEVER }
    const harness = createDataPointHarness(silent)
    expect(await failureOf(harness.clock, harness.door.lock().done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'timeout',
    })
    const attempt = harness.door.lock()
    await pass(harness.clock, 1_000)
    attempt.cancel()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(harness.timers.now).toBe(0)
  })

  it('never fails with an error of the host', async () => {
    const secret = new Error('password 204060')
    const harness = createDataPointHarness({
      send: () => throwError(() => secret),
      reports$: throwError(() => secret),
    })
    const error = await failureOf(harness.clock, harness.door.lock().done)
    expect(error).toMatchObject({ kind: 'outcome-unknown' })
    expect(JSON.stringify(error) + String(error)).not.toContain('204060')
  })

  it('is not confirmed by a report that the host replays', async () => {
    const replayed = new Observable<{ lock_motor_state: boolean }>((subscriber) => {
      subscriber.next({ lock_motor_state: false })
    })
    const harness = createDataPointHarness({ send: () => NEVER, reports$: replayed })
    expect(await failureOf(harness.clock, harness.door.lock().done)).toMatchObject({
      kind: 'outcome-unknown',
    })
  })
})
