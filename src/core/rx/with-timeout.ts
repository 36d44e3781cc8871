import { Observable } from 'rxjs'
import type { Scheduler } from '../clock'

/**
 * Fails with what `late` makes when the source has not ended within the time.
 *
 * rxjs has `timeout`, which can do more and brings a sixth of rxjs into the bundle (docs/decisions/0006).
 */
export const withTimeout =
  <T>(delayMs: number, scheduler: Scheduler, late: () => unknown) =>
  (source: Observable<T>): Observable<T> =>
    new Observable((subscriber) => {
      subscriber.add(scheduler.schedule(() => subscriber.error(late()), delayMs))
      subscriber.add(source.subscribe(subscriber))
    })
