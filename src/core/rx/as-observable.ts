import { Observable } from 'rxjs'
import { SingleSubscriber } from './single-subscriber'

/** A cold Observable of one result. */
export const asObservable = <T>(start: (subscriber: SingleSubscriber<T>) => void): Observable<T> =>
  new Observable((observer) => {
    const subscriber = new SingleSubscriber<T>({
      succeed: (value) => {
        observer.next(value)
        observer.complete()
      },
      fail: (error) => observer.error(error),
    })
    // Before the start, which may run code that unsubscribes.
    observer.add(() => subscriber.unsubscribe())
    start(subscriber)
  })
