import { BehaviorSubject, NEVER, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { isLockError } from '../../../src/core/errors/lock-error'
import type { DpValues } from '../../../src/data-points/data-points'
import { remoteNoDpKeyReport } from '../../../src/data-points/raw/remote-no-dp-key'
import { failureOf, outcomeOf, pass, settle } from '../support/settle'
import { commandsOf, createDoorHarness, setBolt } from './door-harness'

const { frontDoor, gardenGate } = seed.locks
const families = ['mini-program'] as const

/** A lock whose reports are emitted by the test only. */
const createReportingHarness = (lock: typeof frontDoor | typeof gardenGate) => {
  const reports$ = new Subject<DpValues>()
  const harness = createDoorHarness(
    { lock, families },
    { dataPoints: { send: () => NEVER, reports$ } },
  )
  harness.lock.jammed = true
  return { ...harness, report: (report: DpValues) => reports$.next(report), reports$ }
}

const resultReport = (
  result: Parameters<typeof remoteNoDpKeyReport.encode>[0]['result'],
  memberId = 1,
) => ({
  remote_no_dp_key: remoteNoDpKeyReport.encode({ result, memberId }),
})

describe('a report of the lock about a remote unlock', () => {
  const endOf = async (...reports: readonly DpValues[]) => {
    const harness = createReportingHarness(gardenGate)
    const attempt = harness.door.unlock()
    await pass(harness.clock, 2_000)
    for (const report of reports) harness.report(report)
    const end = await outcomeOf(harness.clock, attempt.done)
    expect(harness.reports$.observed).toBe(false)
    return 'value' in end
      ? end.value.reportedBy
      : isLockError(end.error)
        ? end.error.reason
        : end.error
  }

  it.each([
    { lock_motor_state: true },
    { unlock_phone_remote: 1 },
    { unlock_app: 1 },
    resultReport('ok'),
  ])('confirms the unlock if it is %o', async (report) => {
    expect(await endOf(report)).toBe('data-points')
  })

  it.each(['failed', 'invalid-key', 'key-used-up', 'out-of-validity', 'wrong-key'] as const)(
    'ends the attempt with the reason "%s"',
    async (reason) => {
      expect(await endOf(resultReport(reason))).toBe(reason)
    },
  )

  it('ends the attempt with "failed" if its result is unknown to the vendor', async () => {
    expect(await endOf(resultReport(0x2a))).toBe('failed')
  })

  it('is ignored if it is about the other direction, unreadable, or another data point', async () => {
    expect(
      await endOf(
        { lock_motor_state: false },
        { remote_no_dp_key: 'zz' },
        { remote_no_dp_key: 7 },
        { beep_volume: 'mute' },
      ),
    ).toMatchObject({ kind: 'outcome-unknown' })
  })

  it('is ignored if it is a failure of another user', async () => {
    expect(await endOf(resultReport('failed', 2))).toMatchObject({ kind: 'outcome-unknown' })
    expect(await endOf(resultReport('failed', 2), resultReport('ok', 1))).toBe('data-points')
  })
})

describe('a remote unlock of another user', () => {
  it('does not confirm the unlock of the current user', async () => {
    const harness = createReportingHarness(gardenGate)
    const attempt = harness.door.unlock()
    await pass(harness.clock, 2_000)
    harness.report(resultReport('ok', 2))
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
  })

  /** The number of the current user on the lock cannot be read. */
  const withoutUserNumber = () => {
    const harness = createReportingHarness(gardenGate)
    harness.simulator.faults.always('doorLock.getUser', { vendorCode: 1111 })
    return harness
  }

  it('is not a certain failure if the number of the current user is unknown', async () => {
    const harness = withoutUserNumber()
    harness.lock.jammed = false
    harness.lock.asleepUntilMs = harness.clock.now() + 18_000
    const attempt = harness.door.unlock()
    await pass(harness.clock, 7_000)
    harness.report(resultReport('failed', 2))
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
    await pass(harness.clock, 20_000)
    expect(commandsOf(harness)).toEqual(['unlock'])
  })

  it('confirms that the bolt moved if the number of the current user is unknown', async () => {
    const harness = withoutUserNumber()
    const attempt = harness.door.unlock()
    await pass(harness.clock, 2_000)
    harness.report(resultReport('ok', 2))
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ reportedBy: 'data-points' })
  })
})

describe('a host that replays an earlier report', () => {
  it('does not hide the next report of the lock', async () => {
    const reports$ = new BehaviorSubject<DpValues>(resultReport('failed'))
    const harness = createDoorHarness(
      { lock: gardenGate, families },
      { dataPoints: { send: () => NEVER, reports$ } },
    )
    harness.lock.jammed = true
    const attempt = harness.door.unlock()
    await pass(harness.clock, 1_000)
    reports$.next({ lock_motor_state: true })
    await expect(attempt.done).resolves.toMatchObject({ reportedBy: 'data-points' })
  })
})

describe('a host that misses the report', () => {
  const createMissingReports = (reportTimeoutMs = 15_000) => {
    const reports$ = new Subject<DpValues>()
    return createDoorHarness(
      { lock: frontDoor, families },
      { dataPoints: { send: () => NEVER, reports$ }, reportTimeoutMs },
    )
  }

  it('is compensated by one read of the bolt in the cloud at the end of the time limit', async () => {
    const harness = createMissingReports()
    const startMs = harness.clock.now()
    expect(await settle(harness.clock, harness.door.unlock().done)).toMatchObject({
      reportedBy: 'status',
    })
    expect(harness.clock.now() - startMs).toBe(15_000)
    expect(harness.steps.filter((step) => step === 'device.status')).toHaveLength(2)
  })

  it('ends the attempt with the answer of the cloud if the bolt was unlocked before', async () => {
    const harness = createMissingReports(3_000)
    setBolt(harness, true)
    expect(await settle(harness.clock, harness.door.unlock().done)).toMatchObject({
      reportedBy: 'cloud',
    })
  })

  it('ends the attempt with the answer of the cloud if the lock does not report its bolt', async () => {
    const harness = createMissingReports(3_000)
    harness.lock.status.length = 0
    harness.lock.jammed = true
    expect(await settle(harness.clock, harness.door.unlock().done)).toMatchObject({
      reportedBy: 'cloud',
    })
  })

  it('leaves the records as the only evidence if the state could never be read', async () => {
    const harness = createMissingReports(3_000)
    harness.simulator.faults.always('device.status', { vendorCode: 1106 })
    expect(await settle(harness.clock, harness.door.unlock().done)).toMatchObject({
      reportedBy: 'records',
    })
  })

  it('makes the outcome unknown if neither the state nor the records could be read', async () => {
    const harness = createMissingReports(3_000)
    for (const action of ['device.status', 'doorLock.listRecords'])
      harness.simulator.faults.always(action, { vendorCode: 1106 })
    expect(await failureOf(harness.clock, harness.door.unlock().done)).toMatchObject({
      kind: 'outcome-unknown',
      check: 'device.status',
    })
  })
})
