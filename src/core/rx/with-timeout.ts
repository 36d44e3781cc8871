import { Observable } from 'rxjs'
import type { Clock } from '../clock'

/**
 * Fails with the result of `makeError` if the source has not ended after `delayMs`.
 *
 * Replaces `timeout` of rxjs (docs/decisions/0006).
 */
export const withTimeout =
  <T>(delayMs: number, clock: Clock, makeError: () => unknown) =>
  (source: Observable<T>): Observable<T> =>
    new Observable((subscriber) => {
      subscriber.add(clock.schedule(() => subscriber.error(makeError()), delayMs))
      subscriber.add(source.subscribe(subscriber))
    })
