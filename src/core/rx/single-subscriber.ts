import type { Unsubscribable } from 'rxjs'

type Teardown = Unsubscribable | (() => void)

/** Takes one result or one failure. */
export interface SingleObserver<T> {
  succeed(value: T): void
  fail(error: unknown): void
}

/**
 * Passes one result or one failure on to its observer, and then tears down what belongs to it, in the order of `add`.
 * Later outcomes are ignored.
 *
 * The stages of the pipeline pass it on where they do not look at the outcome. Replaces `Subscriber` of rxjs between
 * stages, at a tenth of its cost (docs/decisions/0006).
 */
export class SingleSubscriber<T> implements SingleObserver<T>, Unsubscribable {
  /** It has its outcome, or was unsubscribed. */
  closed = false
  private teardowns: Teardown[] | undefined

  constructor(private readonly observer: SingleObserver<T>) {}

  succeed(value: T): void {
    if (this.closed) return
    this.closed = true
    try {
      this.observer.succeed(value)
    } finally {
      this.tearDown()
    }
  }

  fail(error: unknown): void {
    if (this.closed) return
    this.closed = true
    try {
      this.observer.fail(error)
    } finally {
      this.tearDown()
    }
  }

  unsubscribe(): void {
    if (this.closed) return
    this.closed = true
    this.tearDown()
  }

  /** Runs at once if there is an outcome already. */
  add(teardown: Teardown): void {
    if (this.closed) run(teardown)
    else if (this.teardowns === undefined) this.teardowns = [teardown]
    else this.teardowns.push(teardown)
  }

  /** Ends with this one. */
  child<U>(observer: SingleObserver<U>): SingleSubscriber<U> {
    const inner = new SingleSubscriber(observer)
    this.add(inner)
    return inner
  }

  /** Every one runs, also after one that throws: a slot of the queue must be freed. */
  private tearDown(): void {
    const { teardowns = [] } = this
    this.teardowns = undefined
    let failure: { readonly error: unknown } | undefined
    for (const teardown of teardowns)
      try {
        run(teardown)
      } catch (error) {
        failure ??= { error }
      }
    if (failure !== undefined) throw failure.error
  }
}

const run = (teardown: Teardown): void => {
  if (typeof teardown === 'function') teardown()
  else teardown.unsubscribe()
}
