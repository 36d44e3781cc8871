import { Observable } from 'rxjs'

/**
 * A promise as a cold Observable; `start` is called on subscription. Replaces `defer` and `from` of rxjs, which include
 * conversions from iterables and streams (docs/decisions/0006).
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
