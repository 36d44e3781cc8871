import { Observable } from 'rxjs'

/**
 * A promise as a cold observable; `start` is called on subscription.
 *
 * `defer` and `from` of rxjs would bring its conversions from iterables and streams into every mini-program
 * (docs/decisions/0006).
 */
export const fromPromise = <T>(start: () => PromiseLike<T>): Observable<T> =>
  new Observable((subscriber) => {
    start().then(
      (value) => {
        subscriber.next(value)
        subscriber.complete()
      },
      (error: unknown) => subscriber.error(error),
    )
  })
