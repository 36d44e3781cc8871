import { Observable } from 'rxjs'

export interface SingleResultOptions<Given, Result> {
  /** Makes the result of the first value; what it throws is the failure. */
  readonly read: (value: Given) => Result
  /** The failure where the source completes without a value. */
  readonly missing: () => unknown
  /** What becomes of any failure. */
  readonly failure: (error: unknown) => unknown
}

/** Holds a source that somebody else wrote to exactly one result or one failure. */
export const singleResult = <Given, Result>(
  source: () => Observable<Given>,
  { read, missing, failure }: SingleResultOptions<Given, Result>,
): Observable<Result> =>
  new Observable((subscriber) => {
    const attempt = (work: () => void) => {
      try {
        work()
      } catch (error) {
        subscriber.error(failure(error))
      }
    }
    attempt(() =>
      subscriber.add(
        source().subscribe({
          next: (value) =>
            attempt(() => {
              subscriber.next(read(value))
              subscriber.complete()
            }),
          error: (error: unknown) => subscriber.error(failure(error)),
          complete: () => {
            // An error with its stack costs more than all the rest of a call.
            if (!subscriber.closed) subscriber.error(failure(missing()))
          },
        }),
      ),
    )
  })
