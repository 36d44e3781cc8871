import { createSubject, type Subject } from '../../core/rx/subject'
import { type Attempt, type AttemptControl, prepareAttempt, startAttempt } from './attempt'
import type { LockContext } from './lock-context'

/** Identifies a command. Equal keys share one attempt, so a double tap sends once. */
export type CommandKey = readonly unknown[]

/** The command in progress at one lock. */
interface RunningCommand {
  readonly key: CommandKey
  readonly attempt: Attempt<never, unknown>
}

/** The state that all flows of a panel share for one lock. */
export interface CommandLock {
  running?: RunningCommand
  /** Emits when a request at the door has been answered. */
  readonly requestAnswered: Subject<void>
}

/** Two `lock(panel, id)` objects of one panel share it, so that they never send one command twice. */
export const commandLockOf = ({ sharedState }: LockContext): CommandLock =>
  sharedState<CommandLock>('command', () => ({ requestAnswered: createSubject() }))

/**
 * Starts a command, unless one is in progress: an equal key returns the running attempt; another key returns an attempt
 * that fails with the error of `busy`. A cancelled command releases the lock at once, and sends nothing any more.
 */
export const runExclusive = <Step extends { readonly step: string }, Result>(
  commandLock: CommandLock,
  key: CommandKey,
  work: (control: AttemptControl<Step>) => Promise<Result>,
  busy: () => Error,
): Attempt<Step, Result> => {
  const { running } = commandLock
  if (running !== undefined)
    return isEqual(running.key, key)
      ? (running.attempt as Attempt<Step, Result>)
      : startAttempt(() => Promise.reject(busy()))

  const release = () => {
    if (commandLock.running === command) delete commandLock.running
  }
  const { attempt, start } = prepareAttempt<Step, Result>(async (control) => {
    try {
      return await work(control)
    } finally {
      // Before the end is emitted, because the next command may follow at once.
      release()
    }
  })
  const cancel = () => {
    release()
    attempt.cancel()
  }
  const shared = { ...attempt, cancel }
  const command: RunningCommand = { key, attempt: shared as Attempt<never, unknown> }
  // Before the start, because a subscriber may call again on the first step.
  commandLock.running = command
  start()
  return shared
}

const isEqual = (one: CommandKey, other: CommandKey): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index])
