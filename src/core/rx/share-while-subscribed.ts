import { Observable, type Subscriber, Subscription } from 'rxjs'

/** Shares one subscription of the source while there are subscribers. Replaces `share` of rxjs (docs/decisions/0006). */
export const shareWhileSubscribed = <T>(source: Observable<T>): Observable<T> => {
  const subscribers = new Set<Subscriber<T>>()
  let run: Subscription | undefined
  const notifyAll = (notify: (other: Subscriber<T>) => void) => {
    for (const other of Array.from(subscribers)) notify(other)
  }
  return new Observable((subscriber) => {
    subscribers.add(subscriber)
    subscriber.add(() => {
      subscribers.delete(subscriber)
      if (subscribers.size === 0) run?.unsubscribe()
    })
    if (run !== undefined) return
    // Before the subscribe, because code that the source calls may subscribe again.
    run = new Subscription()
    run.add(
      source.subscribe({
        next: (value) => notifyAll((other) => other.next(value)),
        error: (error) => notifyAll((other) => other.error(error)),
        complete: () => notifyAll((other) => other.complete()),
      }),
    )
  })
}
