import { BehaviorSubject, merge, Observable, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { TransportError } from '../../../src/core/errors/transport-error'
import type { DpValues } from '../../../src/data-points/data-points'
import { failureOf, flush, pass, settle } from '../support/settle'
import {
  atFrontDoor,
  atGate,
  commandsOf,
  enrol,
  loft,
  newMethods,
  noOpenResources,
  openResources,
  otherApp,
  pushOf,
  reportOf,
  withPushes,
  withReports,
} from './support'

const HOUR_MS = 3_600_000
const FAILED_AS_RUNNING = [3, 0xfd, 0, 2, 0xff, 0, 7]
const COMPLETE = [3, 0xff, 0, 2, 4, 5, 0]
const TIMED_OUT = [3, 0xfd, 0, 2, 0xff, 0, 0]

/** Replays a report to each new subscriber: immediately, or 50 ms later. */
const replaying = (harness: ReturnType<typeof atGate>, report: DpValues, isImmediate: boolean) => {
  const { dataPoints } = harness.options
  if (dataPoints === undefined) throw new Error('the harness has no data points')
  const late$ = new Observable<DpValues>((subscriber) => {
    const timer = harness.clock.schedule(() => subscriber.next(report), 50)
    return () => timer.unsubscribe()
  })
  const again$ = isImmediate ? new BehaviorSubject(report) : late$
  return { dataPoints: { ...dataPoints, reports$: merge(again$, dataPoints.reports$) } }
}

describe('a running enrolment', () => {
  it('does not end when the lock rejects an enrolment of another app', async () => {
    const harness = atGate()
    const first = enrol(harness)
    await pass(harness.clock, 3_000)
    const second = enrol(otherApp(harness))
    expect(await failureOf(harness.clock, second.attempt.done)).toMatchObject({
      reason: 'fingerprint-running',
    })
    expect(harness.lock.enrolment).toBeDefined()
    expect(await settle(harness.clock, first.attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(harness.steps.filter((name) => name.startsWith('send'))).toHaveLength(2)
    expect(newMethods(harness)).toHaveLength(1)
  })

  it('is not reported or stopped by a second enrolment that the lock rejects', async () => {
    const harness = atGate()
    const first = enrol(otherApp(harness))
    await pass(harness.clock, 2_000)
    const second = enrol(harness)
    await failureOf(harness.clock, second.attempt.done)
    expect(second.steps).toEqual([{ step: 'starting' }])
    expect(await settle(harness.clock, first.attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it.each([
    ['cancelled', { operate: 2 }],
    ['ended', { operate: 1, finish: true }],
  ])('is not ended by an old push that reports it as %s', async (_, bizData) => {
    const harness = atFrontDoor()
    const injected$ = new Subject<unknown>()
    const { attempt } = enrol(harness, {}, withPushes(harness, injected$))
    await pass(harness.clock, 3_000)
    injected$.next(pushOf(bizData, { ts: harness.clock.now() - HOUR_MS }))
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(commandsOf(harness)).toEqual(['start-enrolment', 'enrol-method'])
  })

  it('is stopped at the lock before a push without a time ends it', async () => {
    const harness = atFrontDoor()
    const injected$ = new Subject<unknown>()
    const { attempt } = enrol(harness, {}, withPushes(harness, injected$))
    await pass(harness.clock, 3_000)
    injected$.next(pushOf({ operate: 2 }, { ts: undefined }))
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ reason: 'cancelled' })
    expect(commandsOf(harness)).toEqual(['start-enrolment', 'cancel-enrolment'])
    expect(await openResources(harness)).toEqual(noOpenResources)
    expect(newMethods(harness)).toEqual([])
  })

  it('has an unknown outcome if the stop command is lost', async () => {
    const harness = atFrontDoor()
    const injected$ = new Subject<unknown>()
    const { attempt } = enrol(harness, {}, withPushes(harness, injected$))
    await pass(harness.clock, 3_000)
    harness.simulator.faults.always(
      'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel',
      'drop-before',
    )
    injected$.next(pushOf({ operate: 2 }, { ts: undefined }))
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'outcome-unknown' })
    expect(await openResources(harness)).toMatchObject({ listeners: 0, timers: 0 })
  })

  it('is stopped at the lock if a push reports the end and the lists show no method', async () => {
    const harness = atFrontDoor()
    harness.lock.enrolmentFailure = 'timed-out'
    const injected$ = new Subject<unknown>()
    const { attempt } = enrol(harness, {}, withPushes(harness, injected$))
    await pass(harness.clock, 3_000)
    injected$.next(pushOf({ finish: true }, { ts: undefined }))
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      check: expect.stringContaining('assigned-keys'),
    })
    expect(commandsOf(harness)).toEqual(['start-enrolment', 'cancel-enrolment'])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('is stopped at the lock if the reports fail, with any error', async () => {
    const harness = atGate()
    const injected$ = new Subject<DpValues>()
    const { attempt, steps } = enrol(harness, {}, withReports(harness, injected$))
    await pass(harness.clock, 3_000)
    injected$.error(
      new TransportError({ action: 'host' }, { delivery: 'not-sent', reason: 'bluetooth is off' }),
    )
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      causeKind: 'transport',
    })
    expect(steps.at(-1)).toEqual({ step: 'stopping' })
    expect(harness.lock.enrolment).toBeUndefined()
    expect(newMethods(harness)).toEqual([])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })
})

describe.each([
  ['immediately', true],
  ['50 ms later', false],
] as const)('a report of an earlier enrolment, replayed %s,', (_, isImmediate) => {
  it('does not end the new enrolment', async () => {
    const harness = atGate()
    await settle(harness.clock, enrol(harness).attempt.done)
    const { attempt } = enrol(harness, {}, replaying(harness, reportOf(COMPLETE), isImmediate))
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 5 })
    expect(newMethods(harness)).toHaveLength(2)
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('does not fail the new enrolment', async () => {
    const harness = atGate()
    for (const report of [TIMED_OUT, FAILED_AS_RUNNING, [3, 0xfe, 0, 2, 0xff, 2, 0]]) {
      const { attempt } = enrol(harness, {}, replaying(harness, reportOf(report), isImmediate))
      expect(await settle(harness.clock, attempt.done)).toHaveProperty('unlockSn')
    }
    expect(newMethods(harness)).toHaveLength(3)
  })

  it('does not end the enrolment of a password', async () => {
    const harness = atGate({ lock: loft })
    const password = { type: 'password', password: '204816' } as const
    const first = await settle(harness.clock, enrol(harness, password).attempt.done)
    expect(first).toMatchObject({ unlockSn: 3 })
    const { attempt } = enrol(
      harness,
      { ...password, password: '975310' },
      replaying(harness, reportOf([1, 0xff, 0, 2, 3, 0, 0]), isImmediate),
    )
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('leads to a stop command if the lock reports nothing else', async () => {
    const harness = atGate()
    harness.lock.asleepUntilMs = harness.clock.now() + 60_000
    const { attempt } = enrol(harness, {}, replaying(harness, reportOf(TIMED_OUT), isImmediate))
    const failure = await failureOf(harness.clock, attempt.done)
    expect(['timeout', 'outcome-unknown']).toContain((failure as { kind: string }).kind)
    await pass(harness.clock, 60_000)
    expect(newMethods(harness)).toEqual([])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })
})

describe('an enrolment whose lists lag behind the lock', () => {
  /** The cloud lists a new method this long after it pushes the end. */
  const lagging = (harness: ReturnType<typeof atFrontDoor>, lagMs: number) =>
    harness.options.pushes$?.subscribe((push) => {
      if (!String(push).includes('"finish":true')) return
      const hidden = harness.lock.opmodes.splice(-1)
      harness.clock.schedule(() => harness.lock.opmodes.push(...hidden), lagMs)
    })

  it('waits for the method', async () => {
    const harness = atFrontDoor()
    const subscription = lagging(harness, 10_000)
    const { attempt } = enrol(harness)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    subscription?.unsubscribe()
    expect(commandsOf(harness)).not.toContain('cancel-enrolment')
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('has an unknown outcome if the lists lag too long', async () => {
    const harness = atFrontDoor()
    const subscription = lagging(harness, 45_000)
    const { attempt } = enrol(harness)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'outcome-unknown',
      check: expect.stringContaining('assigned-keys'),
    })
    subscription?.unsubscribe()
    await pass(harness.clock, 45_000)
    expect(newMethods(harness)).toHaveLength(1)
  })
})

describe('a late cancellation', () => {
  it('does not hide the method that the lock has already reported', async () => {
    const harness = atGate()
    const injected$ = new Subject<DpValues>()
    const { attempt, steps } = enrol(harness, {}, withReports(harness, injected$))
    await pass(harness.clock, 1_000)
    injected$.next(reportOf([3, 0xff, 0, 2, 9, 5, 0]))
    attempt.cancel()
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 9 })
    expect(steps.at(-1)).not.toEqual({ step: 'stopping' })
  })

  it('does not hide the method that the lock reports during the stop', async () => {
    const harness = atGate()
    const injected$ = new Subject<DpValues>()
    const { attempt, steps } = enrol(harness, {}, withReports(harness, injected$))
    await pass(harness.clock, 1_000)
    attempt.cancel()
    await flush()
    expect(steps.at(-1)).toEqual({ step: 'stopping' })
    injected$.next(reportOf([3, 0xff, 0, 2, 9, 5, 0]))
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 9 })
  })

  it('does not hide the method that the lists show after the end', async () => {
    const harness = atFrontDoor()
    const { attempt } = enrol(harness)
    harness.options.pushes$?.subscribe((push) => {
      if (String(push).includes('"finish":true')) attempt.cancel()
    })
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(commandsOf(harness)).toEqual(['start-enrolment', 'enrol-method'])
  })
})
