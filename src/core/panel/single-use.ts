import { Observable, ReplaySubject, type Subscription } from 'rxjs'

/**
 * Subscribes to its source once and for all: later subscribers get the same outcome. When the last one leaves before
 * the end, the source is unsubscribed and `abandoned` is the outcome from then on.
 */
export const singleUse =
  <T>(abandoned: () => unknown) =>
  (source: Observable<T>): Observable<T> => {
    const outcome = new ReplaySubject<T>(1)
    let running: Subscription | undefined
    let subscribers = 0
    let isOver = false
    const end = (tell: () => void) => {
      isOver = true
      tell()
    }
    return new Observable((subscriber) => {
      subscribers++
      subscriber.add(outcome.subscribe(subscriber))
      running ??= source.subscribe({
        next: (value) => end(() => outcome.next(value)),
        error: (error: unknown) => end(() => outcome.error(error)),
        complete: () => end(() => outcome.complete()),
      })
      return () => {
        subscribers--
        if (subscribers > 0 || isOver) return
        running?.unsubscribe()
        end(() => outcome.error(abandoned()))
      }
    })
  }
