import { Observable } from 'rxjs'
import { CancelledError } from '../../core/errors/cancelled-error'
import type { ErrorOrigin, SdkError } from '../../core/errors/sdk-error'
import { createSubject } from '../../core/rx/subject'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { createCancellation } from './cancellation'

/** How an attempt ends, beside the steps that it goes through. */
export type Ending<Result> =
  | { readonly step: 'done'; readonly result: Result }
  | { readonly step: 'failed'; readonly error: SdkError }

/** Something that takes time at the lock, and has begun. */
export interface Attempt<Step, Result> {
  /**
   * The step that it is at, and every one after it; the last one is `done` or `failed`, then the stream completes. It
   * never fails itself. Listening or not changes nothing.
   */
  readonly state$: Observable<Step | Ending<Result>>
  /** Fails with an SdkError. A failure that nobody waits for is in `state$` and nowhere else. */
  readonly done: Promise<Result>
  /** Ends it; an order that left is not recalled, and `done` fails with a CancelledError that says so. */
  readonly cancel: () => void
}

export interface AttemptControl<Step> {
  readonly report: (step: Step) => void
  /** Goes off when somebody cancels; hand it to every call and every wait. */
  readonly signal: AbortSignalLike
}

export type AttemptWork<Step, Result> = (control: AttemptControl<Step>) => Promise<Result>

/** Starts the work at once; its first `tell` comes before this returns. */
export const startAttempt = <Step extends { readonly step: string }, Result>(
  work: AttemptWork<Step, Result>,
): Attempt<Step, Result> => {
  const { attempt, begin } = prepareAttempt(work)
  begin()
  return attempt
}

/** An attempt that begins when it is told to, for whoever has to note it down before. */
export const prepareAttempt = <Step extends { readonly step: string }, Result>(
  work: AttemptWork<Step, Result>,
): { readonly attempt: Attempt<Step, Result>; readonly begin: () => void } => {
  type State = Step | Ending<Result>
  const { signal, cancel } = createCancellation()
  const states = createSubject<State>()
  let state: State | undefined
  let isOver = false
  const report = (next: State) => {
    if (isOver) return
    state = next
    states.next(next)
  }
  const end = (ending: Ending<Result>) => {
    report(ending)
    isOver = true
    states.complete()
  }
  let begin: () => void = () => {}
  const done = new Promise<Result>((resolve, reject) => {
    begin = () => {
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
  // Whoever watches the states alone has heard of it.
  done.catch(() => {})
  const attempt: Attempt<Step, Result> = {
    state$: new Observable((subscriber) => {
      if (state !== undefined) subscriber.next(state)
      subscriber.add(states.values$.subscribe(subscriber))
    }),
    done,
    cancel,
  }
  return { attempt, begin }
}

/** Between two steps that send nothing themselves. */
export const throwIfCancelled = (signal: AbortSignalLike, origin: ErrorOrigin): void => {
  if (signal.aborted) throw new CancelledError(origin, 'not-sent')
}
