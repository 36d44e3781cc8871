import { Observable, Subject, type Subscription } from 'rxjs'

/**
 * Subscribes to its source once and for all: later subscribers get the same outcome. When the last one leaves before
 * the end, the source is unsubscribed and `abandoned` is the outcome from then on.
 */
export const singleUse =
  <T>(abandoned: () => unknown) =>
  (source: Observable<T>): Observable<T> => {
    const live = new Subject<T>()
    let running: Subscription | undefined
    let subscribers = 0
    let outcome: ((subscriber: Pick<Subject<T>, 'next' | 'error' | 'complete'>) => void) | undefined
    const end = (told: typeof outcome) => {
      outcome = told
      told?.(live)
    }
    const give = (value: T) =>
      end((subscriber) => {
        subscriber.next(value)
        subscriber.complete()
      })
    const fail = (error: unknown) => end((subscriber) => subscriber.error(error))

    return new Observable((subscriber) => {
      if (outcome !== undefined) return outcome(subscriber)
      subscribers++
      subscriber.add(live.subscribe(subscriber))
      running ??= source.subscribe({ next: give, error: fail })
      return () => {
        subscribers--
        if (subscribers > 0 || outcome !== undefined) return
        running?.unsubscribe()
        fail(abandoned())
      }
    })
  }
