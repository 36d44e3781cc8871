import { Observable } from 'rxjs'
import { subscribeInner } from './subscribe-inner'

export interface SingleResultOptions<Source, Result> {
  /** Converts the first value to the result; an error that it throws is the failure. */
  readonly read: (value: Source) => Result
  /** Makes the failure of a source that completes without a value. */
  readonly missing: () => unknown
  /** Called after the source was subscribed, unless it has ended by then. */
  readonly subscribed?: () => void
  /** Converts every failure. */
  readonly failure: (error: unknown) => unknown
}

/**
 * Enforces exactly one result or error from third-party code, which may also throw while it creates the source.
 *
 * Replaces `defer`, `take(1)`, `map`, `throwIfEmpty` and `catchError` of rxjs (docs/decisions/0006).
 */
export const singleResult = <Source, Result>(
  source: () => Observable<Source>,
  { read, missing, subscribed, failure }: SingleResultOptions<Source, Result>,
): Observable<Result> =>
  new Observable((subscriber) => {
    const attempt = (work: () => void) => {
      try {
        work()
      } catch (error) {
        subscriber.error(failure(error))
      }
    }
    // Cancelled before the subscribe came here: nothing is sent.
    if (subscriber.closed) return
    attempt(() => {
      subscribeInner(subscriber, source(), {
        next: (value) =>
          attempt(() => {
            subscriber.next(read(value))
            subscriber.complete()
          }),
        error: (error: unknown) => subscriber.error(failure(error)),
        complete: () => {
          // Creating an error with its stack costs more than the rest of a call.
          if (!subscriber.closed) subscriber.error(failure(missing()))
        },
      })
      if (!subscriber.closed) subscribed?.()
    })
  })
