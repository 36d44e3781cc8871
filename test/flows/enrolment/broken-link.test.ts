import { EMPTY, Observable, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import type { DpValues } from '../../../src/data-points/data-points'
import { failureOf, pass, settle } from '../support/settle'
import {
  atGate,
  enrol,
  newMethods,
  noOpenResources,
  openResources,
  SEEDED_METHODS,
} from './support'

describe('an enrolment over a broken connection', () => {
  it('returns the fingerprint of the lists if all reports are lost', async () => {
    const harness = atGate()
    harness.begin({ step: 5, fault: 'drop-after' })
    const { attempt, steps } = enrol(harness)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(steps).toEqual([{ step: 'starting' }, { step: 'stopping' }])
    expect(harness.steps.slice(5)).toEqual([
      'send unlock_method_create',
      'send unlock_method_create',
      'doorLock.listUnallocatedOpmodes',
      'doorLock.listUserOpmodes',
      // A bare list does not say that it is complete.
      'doorLock.listUnallocatedOpmodes',
    ])
  })

  it('sends a stop command and times out if the lock stops reporting', async () => {
    const harness = atGate()
    const { attempt, steps } = enrol(harness)
    await pass(harness.clock, 5_000)
    // The user stops at the lock, and the lock reports nothing more.
    const { enrolment } = harness.lock
    if (enrolment === undefined) throw new Error('the lock has no enrolment')
    harness.lock.enrolment = { ...enrolment }
    const startedAt = harness.clock.now()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'timeout',
      delivery: 'unknown',
      afterMs: 70_000,
    })
    expect(harness.clock.now() - startedAt).toBeLessThan(80_000)
    expect(steps.slice(-2)).toEqual([{ step: 'stopping' }, { step: 'stopped' }])
    expect(newMethods(harness)).toEqual([])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('waits for a step no longer than stepTimeoutMs', async () => {
    const harness = atGate()
    harness.lock.enrolmentFailure = 'timed-out'
    const { attempt } = enrol(harness, { stepTimeoutMs: 20_000 })
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'timeout',
      afterMs: 20_000,
    })
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('starts and stops a sleeping lock, which stores no method', async () => {
    const harness = atGate()
    harness.lock.asleepUntilMs = harness.clock.now() + 120_000
    const { attempt } = enrol(harness)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'timeout',
      afterMs: 15_000,
    })
    await pass(harness.clock, 150_000)
    expect(harness.lock.opmodes).toHaveLength(SEEDED_METHODS)
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('fails as not sent if the start command was not sent', async () => {
    const harness = atGate()
    harness.begin({ step: 5, fault: 'drop-before' })
    const { attempt, steps } = enrol(harness)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'transport',
      delivery: 'not-sent',
    })
    expect(steps).toEqual([{ step: 'starting' }])
  })

  it('succeeds if the report stream throws on unsubscribe', async () => {
    const harness = atGate()
    const { dataPoints } = harness.options
    if (dataPoints === undefined) throw new Error('the harness has no data points')
    const reports$ = new Observable<DpValues>((subscriber) => {
      const subscription = dataPoints.reports$.subscribe(subscriber)
      return () => {
        subscription.unsubscribe()
        throw new Error('failed with 204816')
      }
    })
    const { attempt } = enrol(harness, {}, { dataPoints: { ...dataPoints, reports$ } })
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('sends no start command if the report stream has already ended', async () => {
    for (const reports$ of [EMPTY, throwError(() => new Error('secret'))]) {
      const harness = atGate()
      const { dataPoints } = harness.options
      if (dataPoints === undefined) throw new Error('the harness has no data points')
      const { attempt } = enrol(harness, {}, { dataPoints: { ...dataPoints, reports$ } })
      const failure = await failureOf(harness.clock, attempt.done)
      expect(failure).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
      expect(harness.steps.filter((name) => name.startsWith('send'))).toEqual([])
      expect(String(failure)).not.toContain('secret')
      expect(await openResources(harness)).toEqual(noOpenResources)
    }
  })
})
