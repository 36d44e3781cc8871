import { EMPTY, Observable, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import type { DpValues } from '../../../src/data-points/data-points'
import { failureOf, pass, settle } from '../support/settle'
import { atGate, enrol, KEPT_BEFORE, leftBehind, newMethods, nothing } from './support'

describe('a link that breaks', () => {
  it('after the start command: the lists show the fingerprint', async () => {
    const stage = atGate()
    stage.begin({ step: 4, fault: 'drop-after' })
    const { attempt, steps } = enrol(stage)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(steps).toEqual([{ step: 'starting' }, { step: 'stopping' }])
    expect(stage.steps.slice(4)).toEqual([
      'send unlock_method_create',
      'send unlock_method_create',
      'doorLock.listUserOpmodes',
      'doorLock.listUnallocatedOpmodes',
    ])
  })

  it('in the middle: the stop command is sent, and the outcome is unknown', async () => {
    const stage = atGate()
    const { attempt, steps } = enrol(stage)
    await pass(stage.clock, 5_000)
    // Nobody at the door goes on, and the lock says nothing.
    const { enrolment } = stage.lock
    if (enrolment === undefined) throw new Error('the lock takes nothing in')
    stage.lock.enrolment = { ...enrolment }
    const startedAt = stage.clock.now()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'timeout',
      delivery: 'unknown',
      afterMs: 70_000,
    })
    expect(stage.clock.now() - startedAt).toBeLessThan(80_000)
    expect(steps.slice(-2)).toEqual([{ step: 'stopping' }, { step: 'stopped' }])
    expect(newMethods(stage)).toEqual([])
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('waits for a step as long as it was told', async () => {
    const stage = atGate()
    stage.lock.enrolmentFailure = 'timed-out'
    const { attempt } = enrol(stage, { stepTimeoutMs: 20_000 })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'timeout',
      afterMs: 20_000,
    })
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('to a lock that sleeps: what wakes it starts and stops', async () => {
    const stage = atGate()
    stage.lock.asleepUntilMs = stage.clock.now() + 120_000
    const { attempt } = enrol(stage)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'timeout',
      afterMs: 15_000,
    })
    await pass(stage.clock, 150_000)
    expect(stage.lock.opmodes).toHaveLength(KEPT_BEFORE)
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('permanently: the start command was not sent', async () => {
    const stage = atGate()
    stage.begin({ step: 4, fault: 'drop-before' })
    const { attempt, steps } = enrol(stage)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'transport',
      delivery: 'not-sent',
    })
    expect(steps).toEqual([{ step: 'starting' }])
  })

  it('as a stream of reports that cannot be left: the method counts', async () => {
    const stage = atGate()
    const { dataPoints } = stage.options
    if (dataPoints === undefined) throw new Error('the stage has no data points')
    const reports$ = new Observable<DpValues>((subscriber) => {
      const listening = dataPoints.reports$.subscribe(subscriber)
      return () => {
        listening.unsubscribe()
        throw new Error('the words of 204816')
      }
    })
    const { attempt } = enrol(stage, {}, { dataPoints: { ...dataPoints, reports$ } })
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('as a stream of reports that has ended before: no enrolment is started', async () => {
    for (const reports$ of [EMPTY, throwError(() => new Error('secret'))]) {
      const stage = atGate()
      const { dataPoints } = stage.options
      if (dataPoints === undefined) throw new Error('the stage has no data points')
      const { attempt } = enrol(stage, {}, { dataPoints: { ...dataPoints, reports$ } })
      const failure = await failureOf(stage.clock, attempt.done)
      expect(failure).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
      expect(stage.steps.filter((name) => name.startsWith('send'))).toEqual([])
      expect(String(failure)).not.toContain('secret')
      expect(await leftBehind(stage)).toEqual(nothing)
    }
  })
})
