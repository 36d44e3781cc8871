import { concat, defer, ignoreElements, NEVER, of, Subject, timer } from 'rxjs'
import { describe, expect, it } from 'vitest'
import type { Handler } from '../../src/core/pipeline/call'
import { cancellation } from '../../src/core/pipeline/cancellation'
import { deadline } from '../../src/core/pipeline/deadline'
import { timeOut } from '../../src/core/pipeline/time-out'
import { actionOf, callOf } from '../support/calls'
import { marbles } from '../support/marbles'

const silent: Handler = () => NEVER
const sentAndSilent: Handler = (call) =>
  defer(() => {
    call.progress.sent = true
    return NEVER
  })

describe('the time-out of a try', () => {
  it('ends a try without an answer, and says how long it waited', () =>
    marbles(({ scheduler, expectObservable }) => {
      expectObservable(timeOut(scheduler, 10_000)(sentAndSilent)(callOf())).toBe(
        '10s #',
        undefined,
        expect.objectContaining({ kind: 'timeout', afterMs: 10_000, delivery: 'unknown' }),
      )
    }))

  it('takes the time that the call names', () =>
    marbles(({ scheduler, expectObservable }) => {
      const call = callOf({ options: { timeoutMs: 50 } })
      expectObservable(timeOut(scheduler, 10_000)(silent)(call)).toBe(
        '50ms #',
        undefined,
        expect.objectContaining({ delivery: 'not-sent' }),
      )
    }))

  it('leaves no timer behind an answer', () =>
    marbles(({ scheduler, flush }) => {
      timeOut(scheduler, 10_000)(() => of('answer'))(callOf()).subscribe()
      flush()
      expect(scheduler.now()).toBe(0)
    }))
})

describe('the deadline of a call', () => {
  it('says that nothing left while the call was waiting', () =>
    marbles(({ scheduler, expectObservable }) => {
      expectObservable(deadline(scheduler)(silent)(callOf({ deadlineAt: 700 }))).toBe(
        '700ms #',
        undefined,
        expect.objectContaining({ kind: 'timeout', afterMs: 700, delivery: 'not-sent' }),
      )
    }))

  it('reports an unknown outcome for a sent command, and names the check', () =>
    marbles(({ scheduler, expectObservable }) => {
      const call = callOf({ action: actionOf.once, deadlineAt: 700 })
      expectObservable(deadline(scheduler)(sentAndSilent)(call)).toBe(
        '700ms #',
        undefined,
        expect.objectContaining({ kind: 'outcome-unknown', check: 'test.read' }),
      )
    }))

  it('is a plain time-out for a command that was not sent', () =>
    marbles(({ scheduler, expectObservable }) => {
      const call = callOf({ action: actionOf.once, deadlineAt: 700 })
      expectObservable(deadline(scheduler)(silent)(call)).toBe(
        '700ms #',
        undefined,
        expect.objectContaining({ kind: 'timeout', delivery: 'not-sent' }),
      )
    }))
})

describe('cancellation', () => {
  const slow: Handler = (call) =>
    defer(() => {
      call.progress.sent = true
      return concat(timer(100).pipe(ignoreElements()), of('answer'))
    })

  it('ends a call by its signal, and removes its listener', () =>
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
        cancellation(NEVER, () => false)(slow)(callOf({ options: { signal } })),
      ).toBe(
        '50ms #',
        undefined,
        expect.objectContaining({ kind: 'cancelled', delivery: 'unknown' }),
      )
      flush()
      expect(listeners.size).toBe(0)
    }))

  it('sends nothing under a signal that is aborted already', () => {
    const errors: unknown[] = []
    const call = callOf({ options: { signal: AbortSignal.abort() } })
    const mustNotRun: Handler = () => {
      throw new Error('was sent')
    }
    cancellation(
      NEVER,
      () => false,
    )(mustNotRun)(call).subscribe({ error: (error) => errors.push(error) })
    expect(errors).toEqual([expect.objectContaining({ kind: 'cancelled', delivery: 'not-sent' })])
  })

  it('ends reads with the panel, and lets a sent command finish', () =>
    marbles(({ cold, expectObservable }) => {
      const closed = new Subject<unknown>()
      cold('50ms a').subscribe(closed)
      const stage = cancellation(closed, () => false)(slow)
      expectObservable(stage(callOf())).toBe(
        '50ms #',
        undefined,
        expect.objectContaining({ kind: 'cancelled' }),
      )
      expectObservable(stage(callOf({ action: actionOf.once }))).toBe('100ms (a|)', { a: 'answer' })
      expectObservable(
        cancellation(closed, () => false)(silent)(callOf({ action: actionOf.once })),
      ).toBe(
        '50ms #',
        undefined,
        expect.objectContaining({ kind: 'cancelled', delivery: 'not-sent' }),
      )
    }))
})
