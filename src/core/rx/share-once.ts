import { Observable, type Observer, type Subscription } from 'rxjs'

/**
 * Subscribes to its source once and for all: later subscribers get the same outcome. When the last one leaves before
 * the end, the source is unsubscribed and `abandoned` is the outcome from then on.
 */
export const shareOnce =
  <T>(abandoned: () => unknown) =>
  (source: Observable<T>): Observable<T> => {
    const waiting = new Set<Observer<T>>()
    let running: Subscription | undefined
    let tell: ((observer: Observer<T>) => void) | undefined
    const end = (outcome: typeof tell) => {
      tell = outcome
      for (const observer of waiting) outcome?.(observer)
    }
    const fail = (error: unknown) => end((observer) => observer.error(error))
    const give = (value: T) =>
      end((observer) => {
        observer.next(value)
        observer.complete()
      })

    return new Observable((subscriber) => {
      if (tell !== undefined) return tell(subscriber)
      waiting.add(subscriber)
      running ??= source.subscribe({ next: give, error: fail })
      return () => {
        waiting.delete(subscriber)
        if (waiting.size > 0 || tell !== undefined) return
        running?.unsubscribe()
        fail(abandoned())
      }
    })
  }
