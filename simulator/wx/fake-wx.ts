import {
  finalize,
  map,
  merge,
  type Observable,
  observeOn,
  of,
  type SchedulerLike,
  Subject,
  Subscription,
  take,
  timer,
} from 'rxjs'
import type { WxFailure, WxRequestInit, WxRequestTaskLike } from '../../src/core/transport/wx-like'
import type { Answer, SimulatedAnswer, SimulatedRequest } from '../exchange'
import { type ErrorStyle, type FailureKind, failures } from './failures'
import { addressOf, type Response, requestOf, responseOf } from './messages'

/** Carries a request to its far end; unsubscribing lets go of it. */
export type Exchange = (request: SimulatedRequest) => Observable<SimulatedAnswer>

export interface FakeWxOptions {
  /** @default 'errno' */
  readonly errorStyle?: ErrorStyle
  /** The origins that may be asked, such as `https://door.example`; any, if left out. */
  readonly domains?: readonly string[]
}

/** The part of WeChat's `wx` that carries requests. */
export interface FakeWx {
  request(init: WxRequestInit): WxRequestTaskLike
  /** The user leaves the mini-program: five seconds later what still runs fails, and so does every new request. */
  background(): void
  /** The user is back. */
  foreground(): void
}

const MOST_AT_ONCE = 10
const LONGEST_TIMEOUT_MS = 60_000
const BACKGROUND_MS = 5_000

/**
 * A `wx.request` with WeChat's habits: callbacks come later, any HTTP status is a success, at most 10 requests run at
 * once, none for longer than 60 seconds. What an eleventh meets on today's phones is not documented; here it fails, as
 * on older ones, so that a client without a queue of its own is found out. Array buffers and chunks are not imitated.
 */
export const fakeWx = (
  exchange: Exchange,
  scheduler: SchedulerLike,
  { errorStyle = 'errno', domains }: FakeWxOptions = {},
): FakeWx => {
  const suspensions = new Subject<void>()
  let running = 0
  let isSuspended = false
  let leaving = Subscription.EMPTY

  const outcomeOf = (init: WxRequestInit, aborts: Observable<void>): Observable<Outcome> => {
    const address = addressOf(init.url)
    if (address === undefined) return of('invalid-url')
    if (domains?.includes(address.origin) === false) return of('not-in-domain-list')
    if (isSuspended) return of('interrupted')
    if (running >= MOST_AT_ONCE) return of('too-many')
    running += 1
    return merge(
      aborts.pipe(map(() => 'aborted' as const)),
      suspensions.pipe(map(() => 'interrupted' as const)),
      timer(timeoutOf(init), scheduler).pipe(map(() => 'timed-out' as const)),
      exchange(requestOf(init, address)).pipe(
        map((end) => (end.kind === 'answer' ? end : (`broken-${end.when}` as const))),
      ),
    ).pipe(
      take(1),
      finalize(() => {
        running -= 1
      }),
    )
  }

  return {
    request: (init) => {
      const aborts = new Subject<void>()
      outcomeOf(init, aborts)
        .pipe(observeOn(scheduler))
        .subscribe((outcome) => {
          if (typeof outcome === 'string') callBack(init, failures[outcome][errorStyle])
          else callBack(init, responseOf(init, outcome))
        })
      return { abort: () => aborts.next() }
    },
    background: () => {
      leaving.unsubscribe()
      leaving = timer(BACKGROUND_MS, scheduler).subscribe(() => {
        isSuspended = true
        suspensions.next()
      })
    },
    foreground: () => {
      leaving.unsubscribe()
      isSuspended = false
    },
  }
}

type Outcome = Answer | FailureKind

const timeoutOf = ({ timeout = LONGEST_TIMEOUT_MS }: WxRequestInit): number =>
  Math.min(timeout, LONGEST_TIMEOUT_MS)

const callBack = (init: WxRequestInit, outcome: WxFailure | Response): void => {
  if ('statusCode' in outcome) init.success?.(outcome)
  else init.fail?.(outcome)
  init.complete?.(outcome)
}
