import { Observable, type Observer, Subscription } from 'rxjs'

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
      if (settle !== undefined) return settle(subscriber)
      waiting.add(subscriber)
      if (running === undefined) {
        running = new Subscription()
        running.add(source.subscribe({ next: succeed, error: fail }))
      }
      return () => {
        waiting.delete(subscriber)
        if (waiting.size > 0 || settle !== undefined) return
        running?.unsubscribe()
        fail(abandoned())
      }
    })
  }
