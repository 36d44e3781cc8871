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

/** Sends a request to the server; unsubscribing aborts it. */
export type Exchange = (request: SimulatedRequest) => Observable<SimulatedAnswer>

/**
 * The options of `simulator.asWx`.
 *
 * @example
 * ```ts
 * const options: FakeWxOptions = { errorStyle: 'android', domains: ['https://door.example'] }
 * const wx = simulator.asWx(options)
 * ```
 */
export interface FakeWxOptions {
  /** The language and the form of failures. @default 'errno' */
  readonly errorStyle?: ErrorStyle
  /** The allowed origins, such as `https://door.example`; all if absent. */
  readonly domains?: readonly string[]
}

/** The part of WeChat's `wx` that sends requests. */
export interface FakeWx {
  /** Sends a request; the returned task aborts it. */
  request(init: WxRequestInit): WxRequestTaskLike
  /** The user leaves the mini-program: five seconds later open requests fail, and so does every new one. */
  background(): void
  /** The user returns. */
  foreground(): void
}

const MOST_AT_ONCE = 10
const LONGEST_TIMEOUT_MS = 60_000
const BACKGROUND_MS = 5_000

/**
 * A `wx.request` that behaves as WeChat's: callbacks are asynchronous, any HTTP status is a success, at most 10 requests run at
 * once, none for longer than 60 seconds. The result of an eleventh on current phones is not documented; here it fails, as
 * on older ones, so that a test finds a client without a queue. Array buffers and chunks are not simulated.
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
