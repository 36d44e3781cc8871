import { BehaviorSubject, NEVER, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { isLockError } from '../../../src/core/errors/lock-error'
import type { DpValues } from '../../../src/data-points/data-points'
import { remoteNoDpKeyReport } from '../../../src/data-points/raw/remote-no-dp-key'
import { failureOf, outcomeOf, pass, settle } from '../support/settle'
import { atDoor, isDrawnBack, ordersOf } from './door'

const { frontDoor, gardenGate } = seed.locks
const families = ['mini-program'] as const

/** A lock that says nothing by itself, so that a test can speak for it. */
const speaking = (lock: typeof frontDoor | typeof gardenGate) => {
  const reports$ = new Subject<DpValues>()
  const stage = atDoor({ lock, families }, { dataPoints: { send: () => NEVER, reports$ } })
  stage.lock.jammed = true
  return { ...stage, says: (report: DpValues) => reports$.next(report), reports$ }
}

const outcome = (
  result: Parameters<typeof remoteNoDpKeyReport.encode>[0]['result'],
  memberId = 1,
) => ({
  remote_no_dp_key: remoteNoDpKeyReport.encode({ result, memberId }),
})

describe('what a lock reports of a remote unlock', () => {
  const endOf = async (...reports: readonly DpValues[]) => {
    const stage = speaking(gardenGate)
    const attempt = stage.door.unlock()
    await pass(stage.clock, 2_000)
    for (const report of reports) stage.says(report)
    const end = await outcomeOf(stage.clock, attempt.done)
    expect(stage.reports$.observed).toBe(false)
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
    outcome('ok'),
  ])('is %o: the door is open', async (report) => {
    expect(await endOf(report)).toBe('data-points')
  })

  it.each(['failed', 'invalid-key', 'key-used-up', 'out-of-validity', 'wrong-key'] as const)(
    'is "%s", by its name',
    async (reason) => {
      expect(await endOf(outcome(reason))).toBe(reason)
    },
  )

  it('is a failure also where the lock has a number of its own for it', async () => {
    expect(await endOf(outcome(0x2a))).toBe('failed')
  })

  it('is nothing else: not the bolt going the other way, no broken text, no other data point', async () => {
    expect(
      await endOf(
        { lock_motor_state: false },
        { remote_no_dp_key: 'zz' },
        { remote_no_dp_key: 7 },
        { beep_volume: 'mute' },
      ),
    ).toMatchObject({ kind: 'outcome-unknown' })
  })

  it('is not the failure of somebody else, while this order may still be carried out', async () => {
    expect(await endOf(outcome('failed', 2))).toMatchObject({ kind: 'outcome-unknown' })
    expect(await endOf(outcome('failed', 2), outcome('ok', 1))).toBe('data-points')
  })
})

describe('the result of a remote unlock that somebody else sent', () => {
  it('is no success of this one', async () => {
    const stage = speaking(gardenGate)
    const attempt = stage.door.unlock()
    await pass(stage.clock, 2_000)
    stage.says(outcome('ok', 2))
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
  })

  /** Nobody knows the number of the current user on the lock. */
  const nameless = () => {
    const stage = speaking(gardenGate)
    stage.simulator.faults.always('doorLock.getUser', { vendorCode: 1111 })
    return stage
  }

  it('is no certain failure where nobody knows whose order it was', async () => {
    const stage = nameless()
    stage.lock.jammed = false
    stage.lock.asleepUntilMs = stage.clock.now() + 18_000
    const attempt = stage.door.unlock()
    await pass(stage.clock, 7_000)
    stage.says(outcome('failed', 2))
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
    await pass(stage.clock, 20_000)
    expect(ordersOf(stage)).toEqual(['unlock'])
  })

  it('tells all the same that the door is open where nobody knows whose order it was', async () => {
    const stage = nameless()
    const attempt = stage.door.unlock()
    await pass(stage.clock, 2_000)
    stage.says(outcome('ok', 2))
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ reportedBy: 'data-points' })
  })
})

it('hears what the lock reports after a host has told of the past', async () => {
  const reports$ = new BehaviorSubject<DpValues>(outcome('failed'))
  const stage = atDoor(
    { lock: gardenGate, families },
    { dataPoints: { send: () => NEVER, reports$ } },
  )
  stage.lock.jammed = true
  const attempt = stage.door.unlock()
  await pass(stage.clock, 1_000)
  reports$.next({ lock_motor_state: true })
  await expect(attempt.done).resolves.toMatchObject({ reportedBy: 'data-points' })
})

describe('a host that misses the report', () => {
  const deaf = (reportTimeoutMs = 15_000) => {
    const reports$ = new Subject<DpValues>()
    return atDoor(
      { lock: frontDoor, families },
      { dataPoints: { send: () => NEVER, reports$ }, reportTimeoutMs },
    )
  }

  it('does not hide it: in the end the cloud is asked where the bolt stands', async () => {
    const stage = deaf()
    const startMs = stage.clock.now()
    expect(await settle(stage.clock, stage.door.unlock().done)).toMatchObject({
      reportedBy: 'status',
    })
    expect(stage.clock.now() - startMs).toBe(15_000)
    expect(stage.steps.filter((step) => step === 'device.status')).toHaveLength(2)
  })

  it('and may be answered by the cloud alone, where the door was open before', async () => {
    const stage = deaf(3_000)
    isDrawnBack(stage, true)
    expect(await settle(stage.clock, stage.door.unlock().done)).toMatchObject({
      reportedBy: 'cloud',
    })
  })

  it('or where the lock tells nothing of its bolt', async () => {
    const stage = deaf(3_000)
    stage.lock.status.length = 0
    stage.lock.jammed = true
    expect(await settle(stage.clock, stage.door.unlock().done)).toMatchObject({
      reportedBy: 'cloud',
    })
  })

  it('leaves it open where the state before could not be read', async () => {
    const stage = deaf(3_000)
    stage.simulator.faults.always('device.status', { vendorCode: 1106 })
    expect(await failureOf(stage.clock, stage.door.unlock().done)).toMatchObject({
      kind: 'outcome-unknown',
      check: 'device.status',
    })
  })
})
