import { concat, defer, ignoreElements, NEVER, of, timer } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { cancellation } from '../../src/core/pipeline/cancellation'
import { deadline } from '../../src/core/pipeline/deadline'
import { timeOut } from '../../src/core/pipeline/time-out'
import { actionOf, callOf } from '../support/calls'
import { marbles } from '../support/marbles'
import { type ObservableHandler, observed } from '../support/observed'

const silent: ObservableHandler = () => NEVER
const sentAndSilent: ObservableHandler = (call) =>
  defer(() => {
    call.progress.sent = true
    return NEVER
  })

describe('the time-out of a request', () => {
  it('fails a request without an answer, and reports how long it waited', () =>
    marbles(({ scheduler, expectObservable }) => {
      expectObservable(observed(timeOut(scheduler, 10_000))(sentAndSilent)(callOf())).toBe(
        '10s #',
        undefined,
        expect.objectContaining({ kind: 'timeout', afterMs: 10_000, delivery: 'unknown' }),
      )
    }))

  it('uses the timeoutMs of the call', () =>
    marbles(({ scheduler, expectObservable }) => {
      const call = callOf({ options: { timeoutMs: 50 } })
      expectObservable(observed(timeOut(scheduler, 10_000))(silent)(call)).toBe(
        '50ms #',
        undefined,
        expect.objectContaining({ delivery: 'not-sent' }),
      )
    }))

  it('clears its timer after an answer', () =>
    marbles(({ scheduler, flush }) => {
      observed(timeOut(scheduler, 10_000))(() => of('answer'))(callOf()).subscribe()
      flush()
      expect(scheduler.now()).toBe(0)
    }))
})

describe('the deadline of a call', () => {
  it('reports delivery not-sent for a call that was still waiting', () =>
    marbles(({ scheduler, expectObservable }) => {
      expectObservable(observed(deadline(scheduler))(silent)(callOf({ deadlineAt: 700 }))).toBe(
        '700ms #',
        undefined,
        expect.objectContaining({ kind: 'timeout', afterMs: 700, delivery: 'not-sent' }),
      )
    }))

  it('reports an unknown outcome for a sent command, and names the check', () =>
    marbles(({ scheduler, expectObservable }) => {
      const call = callOf({ action: actionOf.once, deadlineAt: 700 })
      expectObservable(observed(deadline(scheduler))(sentAndSilent)(call)).toBe(
        '700ms #',
        undefined,
        expect.objectContaining({ kind: 'outcome-unknown', check: 'test.read' }),
      )
    }))

  it('reports a plain time-out for a command that was not sent', () =>
    marbles(({ scheduler, expectObservable }) => {
      const call = callOf({ action: actionOf.once, deadlineAt: 700 })
      expectObservable(observed(deadline(scheduler))(silent)(call)).toBe(
        '700ms #',
        undefined,
        expect.objectContaining({ kind: 'timeout', delivery: 'not-sent' }),
      )
    }))
})

describe('cancellation', () => {
  const slow: ObservableHandler = (call) =>
    defer(() => {
      call.progress.sent = true
      return concat(timer(100).pipe(ignoreElements()), of('answer'))
    })

  it('cancels a call when its signal is aborted, and removes the listener', () =>
    marbles(({ cold, expectObservable, flush }) => {
      const listeners = new Set<() => void>()
      const signal = {
        aborted: false,
        addEventListener: (_type: 'abort', listener: () => void) => void listeners.add(listener),
        removeEventListener: (_type: 'abort', listener: () => void) =>
          void listeners.delete(listener),
      }
      cold('50ms a').subscribe(() => {
        for (const listener of listeners) listener()
      })
      expectObservable(
        observed(cancellation(new Set(), () => false))(slow)(callOf({ options: { signal } })),
      ).toBe(
        '50ms #',
        undefined,
        expect.objectContaining({ kind: 'cancelled', delivery: 'unknown' }),
      )
      flush()
      expect(listeners.size).toBe(0)
    }))

  it('sends nothing when the signal is already aborted', () => {
    const errors: unknown[] = []
    const call = callOf({ options: { signal: AbortSignal.abort() } })
    const mustNotRun: ObservableHandler = () => {
      throw new Error('was sent')
    }
    observed(cancellation(new Set(), () => false))(mustNotRun)(call).subscribe({
      error: (error) => errors.push(error),
    })
    expect(errors).toEqual([expect.objectContaining({ kind: 'cancelled', delivery: 'not-sent' })])
  })

  it('cancels reads when the panel closes, and lets a sent command finish', () =>
    marbles(({ cold, expectObservable }) => {
      const onClose = new Set<() => void>()
      cold('50ms a').subscribe(() => {
        for (const close of onClose) close()
      })
      const cancelStage = observed(cancellation(onClose, () => false))(slow)
      expectObservable(cancelStage(callOf())).toBe(
        '50ms #',
        undefined,
        expect.objectContaining({ kind: 'cancelled' }),
      )
      expectObservable(cancelStage(callOf({ action: actionOf.once }))).toBe('100ms (a|)', {
        a: 'answer',
      })
      expectObservable(
        observed(cancellation(onClose, () => false))(silent)(callOf({ action: actionOf.once })),
      ).toBe(
        '50ms #',
        undefined,
        expect.objectContaining({ kind: 'cancelled', delivery: 'not-sent' }),
      )
    }))
})
