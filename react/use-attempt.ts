import { useCallback, useEffect, useRef, useState } from 'react'
import type { Attempt } from '../src/flows/shared/attempt'

/** Where an attempt stands. `state` is its current step. */
export type AttemptState<Step, Result> =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running'
      /** The current step of the attempt. */
      readonly state: Step
    }
  | {
      readonly status: 'done'
      /** What `done` of the attempt resolved with. */
      readonly result: Result
    }
  /** An SdkError, except where the flow was called with something invalid. */
  | {
      readonly status: 'failed'
      /** What `done` of the attempt failed with. */
      readonly error: unknown
    }

/** The state of an attempt, and the functions of its button. */
export interface AttemptControls<Args extends readonly unknown[], Step, Result> {
  /** Where the attempt stands; `idle` before the first `run`. */
  readonly current: AttemptState<Step, Result>
  /** Starts an attempt; does nothing while one is running, so that a double tap sends one command. */
  readonly run: (...args: Args) => void
  /** Cancels the running attempt. A command that was sent is not recalled: the failure says so. */
  readonly cancel: () => void
  /** Back to `idle`, to put a message away; does nothing while an attempt is running. */
  readonly reset: () => void
}

/**
 * An attempt of a flow, such as `unlock`, `lock` or `enrol`, for a component. It is cancelled when the component unmounts.
 *
 * @example
 * ```ts
 * const UnlockButton = () => {
 *   const { current, run } = useAttempt(useLock().unlock)
 *   return createElement('button', { onClick: () => run() }, current.status)
 * }
 * ```
 */
export const useAttempt = <
  Args extends readonly unknown[],
  Step extends { readonly step: string },
  Result,
>(
  start: (...args: Args) => Attempt<Step, Result>,
): AttemptControls<Args, Step, Result> => {
  const [current, setCurrent] = useState<AttemptState<Step, Result>>({ status: 'idle' })
  const running = useRef<Attempt<Step, Result> | undefined>(undefined)
  // The latest one, so that `run` stays the same for memoised children.
  const startNow = useRef(start)
  useEffect(() => {
    startNow.current = start
  })
  useEffect(() => () => running.current?.cancel(), [])

  const run = useCallback((...args: Args) => {
    if (running.current !== undefined) return
    try {
      const attempt = startNow.current(...args)
      running.current = attempt
      const end = (state: AttemptState<Step, Result>) => {
        running.current = undefined
        setCurrent(state)
      }
      attempt.state$.subscribe((state) => {
        if (isEnding(state)) return
        setCurrent({ status: 'running', state })
      })
      attempt.done.then(
        (result) => end({ status: 'done', result }),
        (error: unknown) => end({ status: 'failed', error }),
      )
    } catch (error) {
      setCurrent({ status: 'failed', error })
    }
  }, [])
  const cancel = useCallback(() => running.current?.cancel(), [])
  const reset = useCallback(() => {
    if (running.current === undefined) setCurrent({ status: 'idle' })
  }, [])
  return { current, run, cancel, reset }
}

/** `done` tells the end, with its result. */
const isEnding = <Step extends { readonly step: string }>(
  state: Step | { readonly step: 'done' | 'failed' },
): state is { readonly step: 'done' | 'failed' } => state.step === 'done' || state.step === 'failed'
