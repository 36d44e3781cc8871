import { Observable } from 'rxjs'
import type { Scheduler } from '../clock'

/**
 * Fails with the result of `makeError` if the source has not ended after `delayMs`.
 *
 * Replaces `timeout` of rxjs (docs/decisions/0006).
 */
export const withTimeout =
  <T>(delayMs: number, scheduler: Scheduler, makeError: () => unknown) =>
  (source: Observable<T>): Observable<T> =>
    new Observable((subscriber) => {
      subscriber.add(scheduler.schedule(() => subscriber.error(makeError()), delayMs))
      subscriber.add(source.subscribe(subscriber))
    })
