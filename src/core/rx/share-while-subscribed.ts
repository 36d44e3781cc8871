import { Observable, type Subscriber, Subscription } from 'rxjs'

/** Shares one subscription of the source while there are subscribers. Replaces `share` of rxjs (docs/decisions/0006). */
export const shareWhileSubscribed = <T>(source: Observable<T>): Observable<T> => {
  let subscribers: readonly Subscriber<T>[] = []
  let run: Subscription | undefined
  const notifyAll = (notify: (other: Subscriber<T>) => void) => {
    for (const other of subscribers) notify(other)
  }
  return new Observable((subscriber) => {
    subscribers = subscribers.concat(subscriber)
    subscriber.add(() => {
      subscribers = subscribers.filter((other) => other !== subscriber)
      if (subscribers.length === 0) run?.unsubscribe()
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
