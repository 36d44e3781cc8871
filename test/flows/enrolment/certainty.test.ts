import { BehaviorSubject, merge, Observable, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { TransportError } from '../../../src/core/errors/transport-error'
import type { DpValues } from '../../../src/data-points/data-points'
import { failureOf, flush, pass, settle } from '../support/settle'
import {
  alsoPushing,
  alsoReporting,
  another,
  atFrontDoor,
  atGate,
  enrol,
  leftBehind,
  loft,
  newMethods,
  nothing,
  orders,
  pushOf,
  reportOf,
} from './support'

const HOUR_MS = 3_600_000
const FAILED_AS_RUNNING = [3, 0xfd, 0, 2, 0xff, 0, 7]
const COMPLETE = [3, 0xff, 0, 2, 4, 5, 0]
const TIMED_OUT = [3, 0xfd, 0, 2, 0xff, 0, 0]

/** The lock reports this again to whoever begins to listen: at once, or as soon as it can. */
const replaying = (stage: ReturnType<typeof atGate>, report: DpValues, isAtOnce: boolean) => {
  const { dataPoints } = stage.options
  if (dataPoints === undefined) throw new Error('the stage has no data points')
  const late$ = new Observable<DpValues>((subscriber) => {
    const timer = stage.clock.scheduler.schedule(() => subscriber.next(report), 50)
    return () => timer.unsubscribe()
  })
  const again$ = isAtOnce ? new BehaviorSubject(report) : late$
  return { dataPoints: { ...dataPoints, reports$: merge(again$, dataPoints.reports$) } }
}

describe('an enrolment that runs', () => {
  it("is not ended by the lock's refusal of another app", async () => {
    const stage = atGate()
    const first = enrol(stage)
    await pass(stage.clock, 3_000)
    const second = enrol(another(stage))
    expect(await failureOf(stage.clock, second.attempt.done)).toMatchObject({
      reason: 'fingerprint-running',
    })
    expect(stage.lock.enrolment).toBeDefined()
    expect(await settle(stage.clock, first.attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(stage.steps.filter((name) => name.startsWith('send'))).toHaveLength(2)
    expect(newMethods(stage)).toHaveLength(1)
  })

  it('reports no steps of another enrolment, and does not stop it, if it is refused', async () => {
    const stage = atGate()
    const first = enrol(another(stage))
    await pass(stage.clock, 2_000)
    const second = enrol(stage)
    await failureOf(stage.clock, second.attempt.done)
    expect(second.steps).toEqual([{ step: 'starting' }])
    expect(await settle(stage.clock, first.attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it.each([
    ['cancelled', { operate: 2 }],
    ['over', { operate: 1, finish: true }],
  ])('is not ended by an old push that it was %s', async (_, bizData) => {
    const stage = atFrontDoor()
    const others$ = new Subject<unknown>()
    const { attempt } = enrol(stage, {}, alsoPushing(stage, others$))
    await pass(stage.clock, 3_000)
    others$.next(pushOf(bizData, { ts: stage.clock.now() - HOUR_MS }))
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(orders(stage)).toEqual(['start-enrolment', 'enrol-method'])
  })

  it('is stopped before a push without a time ends it: the lock may go on', async () => {
    const stage = atFrontDoor()
    const others$ = new Subject<unknown>()
    const { attempt } = enrol(stage, {}, alsoPushing(stage, others$))
    await pass(stage.clock, 3_000)
    others$.next(pushOf({ operate: 2 }, { ts: undefined }))
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ reason: 'cancelled' })
    expect(orders(stage)).toEqual(['start-enrolment', 'cancel-enrolment'])
    expect(await leftBehind(stage)).toEqual(nothing)
    expect(newMethods(stage)).toEqual([])
  })

  it('has an unknown outcome if the stop command is lost', async () => {
    const stage = atFrontDoor()
    const others$ = new Subject<unknown>()
    const { attempt } = enrol(stage, {}, alsoPushing(stage, others$))
    await pass(stage.clock, 3_000)
    stage.simulator.faults.always(
      'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel',
      'drop-before',
    )
    others$.next(pushOf({ operate: 2 }, { ts: undefined }))
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
    expect(await leftBehind(stage)).toMatchObject({ listeners: 0, timers: 0 })
  })

  it('is told to stop where an end came that the lists do not show', async () => {
    const stage = atFrontDoor()
    stage.lock.enrolmentFailure = 'timed-out'
    const others$ = new Subject<unknown>()
    const { attempt } = enrol(stage, {}, alsoPushing(stage, others$))
    await pass(stage.clock, 3_000)
    others$.next(pushOf({ finish: true }, { ts: undefined }))
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      check: expect.stringContaining('assigned-keys'),
    })
    expect(orders(stage)).toEqual(['start-enrolment', 'cancel-enrolment'])
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('is told to stop where the reports fail, whatever they fail with', async () => {
    const stage = atGate()
    const others$ = new Subject<DpValues>()
    const { attempt, steps } = enrol(stage, {}, alsoReporting(stage, others$))
    await pass(stage.clock, 3_000)
    others$.error(
      new TransportError({ action: 'host' }, { delivery: 'not-sent', reason: 'bluetooth is off' }),
    )
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'transport',
    })
    expect(steps.at(-1)).toEqual({ step: 'stopping' })
    expect(stage.lock.enrolment).toBeUndefined()
    expect(newMethods(stage)).toEqual([])
    expect(await leftBehind(stage)).toEqual(nothing)
  })
})

describe.each([
  ['at once', true],
  ['a moment later', false],
] as const)('a report of an earlier enrolment that comes again %s', (_, isAtOnce) => {
  it('is not the end of this one', async () => {
    const stage = atGate()
    await settle(stage.clock, enrol(stage).attempt.done)
    const { attempt } = enrol(stage, {}, replaying(stage, reportOf(COMPLETE), isAtOnce))
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 5 })
    expect(newMethods(stage)).toHaveLength(2)
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('is not its failure', async () => {
    const stage = atGate()
    for (const report of [TIMED_OUT, FAILED_AS_RUNNING, [3, 0xfe, 0, 2, 0xff, 2, 0]]) {
      const { attempt } = enrol(stage, {}, replaying(stage, reportOf(report), isAtOnce))
      expect(await settle(stage.clock, attempt.done)).toHaveProperty('unlockSn')
    }
    expect(newMethods(stage)).toHaveLength(3)
  })

  it('is not the end of a password', async () => {
    const stage = atGate({ lock: loft })
    const password = { type: 'password', password: '204816' } as const
    const first = await settle(stage.clock, enrol(stage, password).attempt.done)
    expect(first).toMatchObject({ unlockSn: 3 })
    const { attempt } = enrol(
      stage,
      { ...password, password: '975310' },
      replaying(stage, reportOf([1, 0xff, 0, 2, 3, 0, 0]), isAtOnce),
    )
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('has the lock told to stop where it was all that was heard', async () => {
    const stage = atGate()
    stage.lock.asleepUntilMs = stage.clock.now() + 60_000
    const { attempt } = enrol(stage, {}, replaying(stage, reportOf(TIMED_OUT), isAtOnce))
    const failure = await failureOf(stage.clock, attempt.done)
    expect(['timeout', 'outcome-unknown']).toContain((failure as { kind: string }).kind)
    await pass(stage.clock, 60_000)
    expect(newMethods(stage)).toEqual([])
    expect(await leftBehind(stage)).toEqual(nothing)
  })
})

describe('lists that are behind the lock', () => {
  /** The cloud hears of a new method that much later than it pushes the end. */
  const lagging = (stage: ReturnType<typeof atFrontDoor>, lagMs: number) =>
    stage.options.pushes$?.subscribe((push) => {
      if (!String(push).includes('"finish":true')) return
      const hidden = stage.lock.opmodes.splice(-1)
      stage.clock.scheduler.schedule(() => stage.lock.opmodes.push(...hidden), lagMs)
    })

  it('are waited for', async () => {
    const stage = atFrontDoor()
    const listening = lagging(stage, 10_000)
    const { attempt } = enrol(stage)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    listening?.unsubscribe()
    expect(orders(stage)).not.toContain('cancel-enrolment')
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('are not waited for as long as you like: then it is not known', async () => {
    const stage = atFrontDoor()
    const listening = lagging(stage, 45_000)
    const { attempt } = enrol(stage)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      check: expect.stringContaining('assigned-keys'),
    })
    listening?.unsubscribe()
    await pass(stage.clock, 45_000)
    expect(newMethods(stage)).toHaveLength(1)
  })
})

describe('a cancellation that comes too late', () => {
  it('does not hide the method that the lock has named already', async () => {
    const stage = atGate()
    const others$ = new Subject<DpValues>()
    const { attempt, steps } = enrol(stage, {}, alsoReporting(stage, others$))
    await pass(stage.clock, 1_000)
    others$.next(reportOf([3, 0xff, 0, 2, 9, 5, 0]))
    attempt.cancel()
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 9 })
    expect(steps.at(-1)).not.toEqual({ step: 'stopping' })
  })

  it('does not hide the method that the lock names while it is told to stop', async () => {
    const stage = atGate()
    const others$ = new Subject<DpValues>()
    const { attempt, steps } = enrol(stage, {}, alsoReporting(stage, others$))
    await pass(stage.clock, 1_000)
    attempt.cancel()
    await flush()
    expect(steps.at(-1)).toEqual({ step: 'stopping' })
    others$.next(reportOf([3, 0xff, 0, 2, 9, 5, 0]))
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 9 })
  })

  it('does not hide the method that the lists show after the end', async () => {
    const stage = atFrontDoor()
    const { attempt } = enrol(stage)
    stage.options.pushes$?.subscribe((push) => {
      if (String(push).includes('"finish":true')) attempt.cancel()
    })
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(orders(stage)).toEqual(['start-enrolment', 'enrol-method'])
  })
})
