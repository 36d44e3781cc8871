import { Observable, type Observer, Subscription } from 'rxjs'
import { subscribeInner } from './subscribe-inner'

/**
 * Subscribes to its source once, also if code that the source calls subscribes again before the first subscribe has
 * returned. Later subscribers get the same outcome. If the last subscriber unsubscribes before the end, the source is
 * unsubscribed, and the outcome is the error of `abandoned`.
 *
 * Replaces `share` with a replaying connector of rxjs, which subscribes again after an unsubscribe
 * (docs/decisions/0006).
 */
export const shareOnce =
  <T>(abandoned: () => unknown) =>
  (source: Observable<T>): Observable<T> => {
    const waiting = new Set<Observer<T>>()
    let running: Subscription | undefined
    let settle: ((observer: Observer<T>) => void) | undefined
    const end = (outcome: typeof settle) => {
      settle = outcome
      for (const observer of waiting) outcome?.(observer)
    }
    const fail = (error: unknown) => end((observer) => observer.error(error))
    const succeed = (value: T) =>
      end((observer) => {
        observer.next(value)
        observer.complete()
      })

    return new Observable((subscriber) => {
      // Ended before the subscribe came here: nothing is sent.
      if (subscriber.closed) return
      if (settle !== undefined) return settle(subscriber)
      waiting.add(subscriber)
      // Before the subscribe, which may run code that unsubscribes.
      subscriber.add(() => {
        waiting.delete(subscriber)
        if (waiting.size > 0 || settle !== undefined) return
        running?.unsubscribe()
        fail(abandoned())
      })
      if (running !== undefined) return
      running = new Subscription()
      subscribeInner(running, source, { next: succeed, error: fail, complete: () => {} })
    })
  }
