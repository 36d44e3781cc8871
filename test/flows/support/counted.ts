import { Observable, Subscription, type Unsubscribable } from 'rxjs'
import type { Clock } from '../../../src/core/clock'

/** The number of open subscriptions, or of pending timers. */
export interface Count {
  now: number
}

/** The same stream; `count` is the number of its subscribers. */
export const countedStream = <T>(source: Observable<T>, count: Count): Observable<T> =>
  new Observable((subscriber) => {
    count.now++
    subscriber.add(() => count.now--)
    subscriber.add(source.subscribe(subscriber))
  })

/** The same clock; `count` is the number of its pending timers. */
export const countedScheduler = ({ now, schedule }: Clock, count: Count): Clock => ({
  now,
  schedule: (work, delayMs): Unsubscribable => {
    count.now++
    const timer = new Subscription(() => count.now--)
    timer.add(
      schedule(() => {
        timer.unsubscribe()
        work()
      }, delayMs),
    )
    return timer
  },
})
