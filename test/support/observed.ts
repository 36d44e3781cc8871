import type { Observable } from 'rxjs'
import type { Call, Stage } from '../../src/core/pipeline/call'
import { asObservable } from '../../src/core/rx/as-observable'

/** The rest of the pipeline, as marble tests write it. */
export type ObservableHandler = (call: Call) => Observable<unknown>

/** A stage between Observables, so that marble tests can watch it. */
export const observed =
  (stage: Stage) =>
  (next: ObservableHandler): ObservableHandler => {
    const handle = stage((call, subscriber) => {
      subscriber.add(
        next(call).subscribe({
          next: (value) => subscriber.succeed(value),
          error: (error) => subscriber.fail(error),
        }),
      )
    })
    return (call) => asObservable((subscriber) => handle(call, subscriber))
  }
