import { Observable, type Subscriber, type Subscription } from 'rxjs'

/** One run of the source for all who listen at the same time; it ends with the last of them. */
export const shared = <T>(source: Observable<T>): Observable<T> => {
  let listeners: readonly Subscriber<T>[] = []
  let run: Subscription | undefined
  const tell = (what: (listener: Subscriber<T>) => void) => {
    for (const listener of listeners) what(listener)
  }
  return new Observable((subscriber) => {
    listeners = listeners.concat(subscriber)
    subscriber.add(() => {
      listeners = listeners.filter((listener) => listener !== subscriber)
      if (listeners.length === 0) run?.unsubscribe()
    })
    run ??= source.subscribe({
      next: (value) => tell((listener) => listener.next(value)),
      error: (error) => tell((listener) => listener.error(error)),
      complete: () => tell((listener) => listener.complete()),
    })
  })
}
