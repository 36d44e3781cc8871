import { Observable } from 'rxjs'
import { CancelledError } from '../../core/errors/cancelled-error'
import type { ErrorOrigin, SdkError } from '../../core/errors/sdk-error'
import { createSubject } from '../../core/rx/subject'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { createCancellation } from './cancellation'

/** The last state of an attempt, after its steps. */
export type Ending<Result> =
  | {
      readonly step: 'done'
      /** The value that `done` resolves with. */
      readonly result: Result
    }
  | {
      readonly step: 'failed'
      /** The error that `done` fails with. */
      readonly error: SdkError
    }

/** A long-running operation that has started. */
export interface Attempt<Step, Result> {
  /**
   * Emits the current step, every later one, and finally `done` or `failed`; then it completes. It never fails itself.
   * Subscribing has no effect on the attempt.
   */
  readonly state$: Observable<Step | Ending<Result>>
  /** Fails with an SdkError. If it is not awaited, a failure is only in `state$`, not an unhandled rejection. */
  readonly done: Promise<Result>
  /** Cancels the attempt. A command that was sent is not recalled; `done` fails with a CancelledError whose `delivery` says so. */
  readonly cancel: () => void
}

export interface AttemptControl<Step> {
  readonly report: (step: Step) => void
  /** Aborts on cancel; pass it to every call and every wait. */
  readonly signal: AbortSignalLike
}

export type AttemptWork<Step, Result> = (control: AttemptControl<Step>) => Promise<Result>

/** Starts the work at once; it reports its first step synchronously. */
export const startAttempt = <Step extends { readonly step: string }, Result>(
  work: AttemptWork<Step, Result>,
): Attempt<Step, Result> => {
  const { attempt, start } = prepareAttempt(work)
  start()
  return attempt
}

/** Creates an attempt without starting it, so that it can be registered first. */
export const prepareAttempt = <Step extends { readonly step: string }, Result>(
  work: AttemptWork<Step, Result>,
): { readonly attempt: Attempt<Step, Result>; readonly start: () => void } => {
  type State = Step | Ending<Result>
  const { signal, cancel } = createCancellation()
  const states = createSubject<State>()
  let state: State | undefined
  let isEnded = false
  const report = (next: State) => {
    if (isEnded) return
    state = next
    states.next(next)
  }
  const end = (ending: Ending<Result>) => {
    report(ending)
    isEnded = true
    states.complete()
  }
  let start: () => void = () => {}
  const done = new Promise<Result>((resolve, reject) => {
    start = () => {
      try {
        resolve(work({ report, signal }))
      } catch (error) {
        reject(error)
      }
    }
  }).then(
    (result) => {
      end({ step: 'done', result })
      return result
    },
    (error: SdkError) => {
      end({ step: 'failed', error })
      throw error
    },
  )
  // A caller that only observes the states must not get an unhandled rejection.
  done.catch(() => {})
  const attempt: Attempt<Step, Result> = {
    state$: new Observable((subscriber) => {
      if (state !== undefined) subscriber.next(state)
      subscriber.add(states.values$.subscribe(subscriber))
    }),
    done,
    cancel,
  }
  return { attempt, start }
}

/** For the time between two steps, when no call is aborted by the signal. */
export const throwIfCancelled = (signal: AbortSignalLike, origin: ErrorOrigin): void => {
  if (signal.aborted) throw new CancelledError(origin, 'not-sent')
}
