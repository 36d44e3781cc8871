import { Observable, Subscription, type Unsubscribable } from 'rxjs'
import type { Scheduler } from '../../../src/core/clock'

/** How many are open now. */
export interface Count {
  now: number
}

/** The same stream; `count` tells how many listen. */
export const countedStream = <T>(source: Observable<T>, count: Count): Observable<T> =>
  new Observable((subscriber) => {
    count.now++
    subscriber.add(() => count.now--)
    subscriber.add(source.subscribe(subscriber))
  })

/** The same clock; `count` tells how many timers wait. */
export const countedScheduler = ({ now, schedule }: Scheduler, count: Count): Scheduler => ({
  now,
  schedule: (work, delayMs): Unsubscribable => {
    count.now++
    const over = new Subscription(() => count.now--)
    over.add(
      schedule(() => {
        over.unsubscribe()
        work()
      }, delayMs),
    )
    return over
  },
})
