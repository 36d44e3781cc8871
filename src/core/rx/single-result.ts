import type { Observable, Observer } from 'rxjs'
import type { SingleSubscriber } from './single-subscriber'
import { subscribeInner } from './subscribe-inner'

/** Third-party code that gives one result. */
export interface ResultSource<Source, Result> {
  /** May throw. */
  open(): Observable<Source>
  /** Converts the first value to the result; an error that it throws is the failure. */
  read(value: Source): Result
  /** Makes the failure of a source that completes without a value. */
  missing(): unknown
  /** Converts every failure. */
  failure(error: unknown): unknown
  /** Called after the source was subscribed, unless it has ended by then. */
  subscribed?(): void
}

/**
 * Enforces exactly one result or error from third-party code.
 *
 * Replaces `defer`, `take(1)`, `map`, `throwIfEmpty` and `catchError` of rxjs (docs/decisions/0006).
 */
export const singleResult = <Source, Result>(
  subscriber: SingleSubscriber<Result>,
  source: ResultSource<Source, Result>,
): void => {
  // Cancelled before the subscribe came here: nothing is sent.
  if (subscriber.closed) return
  const reader = new ResultReader(subscriber, source)
  try {
    subscribeInner(subscriber, source.open(), reader)
    if (!subscriber.closed) source.subscribed?.()
  } catch (error) {
    reader.error(error)
  }
}

class ResultReader<Source, Result> implements Observer<Source> {
  constructor(
    private readonly subscriber: SingleSubscriber<Result>,
    private readonly source: ResultSource<Source, Result>,
  ) {}

  next(value: Source): void {
    let result: Result
    try {
      result = this.source.read(value)
    } catch (error) {
      this.error(error)
      return
    }
    this.subscriber.succeed(result)
  }

  error(error: unknown): void {
    if (!this.subscriber.closed) this.subscriber.fail(this.source.failure(error))
  }

  complete(): void {
    // Creating an error with its stack costs more than the rest of a call.
    if (!this.subscriber.closed) this.error(this.source.missing())
  }
}
