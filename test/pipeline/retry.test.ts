import {
  catchError,
  concat,
  defer,
  ignoreElements,
  of,
  type SchedulerLike,
  tap,
  throwError,
  timer,
} from 'rxjs'
import { describe, expect, it } from 'vitest'
import { ResponseError } from '../../src/core/errors/response-error'
import { TransportError } from '../../src/core/errors/transport-error'
import { VendorError } from '../../src/core/errors/vendor-error'
import type { Call } from '../../src/core/pipeline/call'
import { retry } from '../../src/core/pipeline/retry'
import { createRetryBudget } from '../../src/core/pipeline/retry-budget'
import { actionOf, callOf } from '../support/calls'
import { marbles } from '../support/marbles'
import { type ObservableHandler, observed } from '../support/observed'

const origin = { action: 'test', family: 'mini-program' } as const
const notSent = new TransportError(origin, { delivery: 'not-sent', reason: 'no host' })
const lost = new TransportError(origin, { delivery: 'unknown', reason: 'lost' })
const busy = new VendorError(origin, { code: 1111, message: '' })
const notFound = new VendorError(origin, { code: 2323, message: '' })
const contractError = new ResponseError(origin, [])
const throttled = (retryAfterMs: number) =>
  new TransportError(origin, { delivery: 'unknown', reason: '', statusCode: 429, retryAfterMs })

/** Each request takes 10 ms and ends with the next outcome; an Error fails. `sent` records the times. */
const answering = (scheduler: SchedulerLike, ...outcomes: readonly unknown[]) => {
  const sent: number[] = []
  const next: ObservableHandler = (call: Call) =>
    defer(() => {
      const outcome = outcomes[sent.length]
      sent.push(scheduler.now())
      call.progress.sent = true
      const result = outcome instanceof Error ? throwError(() => outcome) : of(outcome)
      return concat(timer(10, scheduler).pipe(ignoreElements()), result)
    })
  return { next, sent }
}

const retryWith = (scheduler: SchedulerLike, random = 1, budget = createRetryBudget()) =>
  observed(
    retry({
      clock: scheduler,
      random: () => random,
      budget,
      windowMs: 5_000,
      isClosed: () => false,
    }),
  )

describe('the retry stage', () => {
  it('resends a read after 200 ms and after 400 ms, and fails after three requests', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { next, sent } = answering(scheduler, lost, busy, lost)
      expectObservable(retryWith(scheduler)(next)(callOf())).toBe('630ms #', undefined, lost)
      flush()
      expect(sent).toEqual([0, 210, 620])
    }))

  it('reports an unknown delivery if the cloud was busy and the resent request is not sent', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { next } = answering(scheduler, busy, notSent, notSent)
      const call = callOf()
      let delivery: unknown
      const watched = retryWith(
        scheduler,
        0,
      )(next)(call).pipe(tap({ error: (error: TransportError) => (delivery = error.delivery) }))
      expectObservable(watched.pipe(catchError(() => of('failed')))).toBe('30ms (a|)', {
        a: 'failed',
      })
      flush()
      expect([delivery, call.progress.sent]).toEqual(['unknown', true])
    }))

  it('multiplies each delay by the random source', () =>
    marbles(({ scheduler, expectObservable }) => {
      const { next } = answering(scheduler, lost, 'answer')
      expectObservable(retryWith(scheduler, 0.5)(next)(callOf())).toBe('120ms (a|)', {
        a: 'answer',
      })
    }))

  it('doubles the delay up to maxDelayMs', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { next, sent } = answering(scheduler, lost, lost, lost, lost, 'answer')
      const options = { retry: { maxAttempts: 5, firstDelayMs: 1_000, maxDelayMs: 3_000 } }
      expectObservable(retryWith(scheduler)(next)(callOf({ options }))).toBe('9050ms (a|)', {
        a: 'answer',
      })
      flush()
      expect(sent).toEqual([0, 1_010, 3_020, 6_030, 9_040])
    }))

  it('waits for the retryAfterMs of the cloud', () =>
    marbles(({ scheduler, expectObservable }) => {
      const { next } = answering(scheduler, throttled(7_000), 'answer')
      expectObservable(retryWith(scheduler)(next)(callOf())).toBe('7020ms (a|)', { a: 'answer' })
    }))

  it('fails immediately when the delay would pass the deadline', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const error = throttled(60_000)
      const { next, sent } = answering(scheduler, error)
      expectObservable(retryWith(scheduler)(next)(callOf())).toBe('10ms #', undefined, error)
      flush()
      expect(sent).toHaveLength(1)
    }))

  it('sends one request when retry is false', () =>
    marbles(({ scheduler, expectObservable }) => {
      const { next } = answering(scheduler, lost)
      expectObservable(retryWith(scheduler)(next)(callOf({ options: { retry: false } }))).toBe(
        '10ms #',
        undefined,
        lost,
      )
    }))

  it('resends a lost sync action only after the window closes', () =>
    marbles(({ scheduler, expectObservable }) => {
      const { next } = answering(scheduler, lost, 'answer')
      const call = callOf({ action: actionOf.sync })
      expectObservable(retryWith(scheduler)(next)(call)).toBe('5020ms (a|)', { a: 'answer' })
    }))

  it('does not resend a command whose answer was lost or unreadable', () => {
    for (const error of [lost, contractError])
      marbles(({ scheduler, expectObservable, flush }) => {
        const { next, sent } = answering(scheduler, error, 'moved twice')
        expectObservable(retryWith(scheduler)(next)(callOf({ action: actionOf.once }))).toBe(
          '10ms #',
          undefined,
          expect.objectContaining({
            kind: 'outcome-unknown',
            causeKind: error.kind,
            check: 'test.read',
          }),
        )
        flush()
        expect(sent).toEqual([0])
      })
  })

  it('resends a command when the first request was not sent', () =>
    marbles(({ scheduler, expectObservable }) => {
      const { next } = answering(scheduler, notSent, 'answer')
      const call = callOf({ action: actionOf.once, params: { device_id: 'door', ticket_id: 'T' } })
      expectObservable(retryWith(scheduler)(next)(call)).toBe('220ms (a|)', { a: 'answer' })
    }))

  it('never resends a rejected ticket, because the ticket may be spent', () =>
    marbles(({ scheduler, expectObservable }) => {
      const error = throttled(0)
      const { next } = answering(scheduler, error)
      const call = callOf({ action: actionOf.once, params: { device_id: 'door', ticket_id: 'T' } })
      expectObservable(retryWith(scheduler)(next)(call)).toBe('10ms #', undefined, error)
    }))

  it('marks a command as not sent after a rejection before execution', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { next } = answering(scheduler, throttled(60_000))
      const call = callOf({ action: actionOf.once })
      expectObservable(retryWith(scheduler)(next)(call)).toBe(
        '10ms #',
        undefined,
        expect.anything(),
      )
      flush()
      expect(call.progress.sent).toBe(false)
    }))

  it('keeps the unknown delivery of a lost request when the later requests are not sent', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { next } = answering(scheduler, lost, notSent, notSent)
      const call = callOf()
      expectObservable(retryWith(scheduler)(next)(call)).toBe(
        '630ms #',
        undefined,
        expect.objectContaining({ kind: 'transport', delivery: 'unknown', reason: 'no host' }),
      )
      flush()
      expect(call.progress.sent).toBe(true)
    }))

  it('takes "not found" for the success of a removal only after a lost answer', () => {
    marbles(({ scheduler, expectObservable }) => {
      const { next } = answering(scheduler, lost, notFound)
      expectObservable(retryWith(scheduler)(next)(callOf({ action: actionOf.removal }))).toBe(
        '220ms (a|)',
        { a: 'removed' },
      )
    })
    marbles(({ scheduler, expectObservable }) => {
      const { next } = answering(scheduler, busy, notFound)
      expectObservable(retryWith(scheduler)(next)(callOf({ action: actionOf.removal }))).toBe(
        '220ms #',
        undefined,
        notFound,
      )
    })
  })

  it('stops when the retry budget of the panel is spent, and refills a tenth with each success', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const budget = createRetryBudget(1)
      const run = (...outcomes: unknown[]) => {
        const { next } = answering(scheduler, ...outcomes)
        return retryWith(scheduler, 0, budget)(next)(callOf())
      }
      expectObservable(run(lost, lost, 'answer')).toBe('20ms #', undefined, lost)
      flush()
      expect(budget.take()).toBe(false)
      for (let i = 0; i < 10; i++) budget.refill()
      expect(budget.take()).toBe(true)
    }))

  it('emits an event for each retry, and counts the requests', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const { next } = answering(scheduler, lost, 'answer')
      const call = callOf()
      expectObservable(retryWith(scheduler)(next)(call)).toBe('220ms (a|)', { a: 'answer' })
      flush()
      expect(call.steps).toEqual([{ type: 'retrying', delayMs: 200, causeKind: 'transport' }])
      expect(call.progress.attempt).toBe(2)
    }))
})
