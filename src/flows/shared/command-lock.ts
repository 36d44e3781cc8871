import { createSubject, type Subject } from '../../core/rx/subject'
import { type Attempt, type AttemptControl, prepareAttempt, startAttempt } from './attempt'
import { perLock } from './per-lock'

/** What somebody wants of a door: two wishes are one where all their parts are the same. A double tap is one wish. */
export type CommandKey = readonly unknown[]

/** What is under way at one door. */
interface RunningCommand {
  readonly wish: CommandKey
  readonly attempt: Attempt<never, unknown>
}

/** One lock, as all flows of a panel see it. */
export interface CommandLock {
  order?: RunningCommand
  /** Tells that whoever asked at the door has had an answer. */
  readonly answered: Subject<void>
}

/** Two `lock(panel, id)` of one panel never send two orders for one wish. */
export const commandLockOf = /*#__PURE__*/ perLock<CommandLock>(() => ({
  answered: createSubject(),
}))

/**
 * Starts an order, unless one is under way: the attempt of the same wish is given again, and for another wish one that
 * fails with what `busy` makes. An order that is cancelled makes room at once; what it has not sent then it never sends.
 */
export const runExclusive = <Step extends { readonly step: string }, Result>(
  door: CommandLock,
  wish: CommandKey,
  work: (control: AttemptControl<Step>) => Promise<Result>,
  busy: () => Error,
): Attempt<Step, Result> => {
  const running = door.order
  if (running !== undefined)
    return isSame(running.wish, wish)
      ? (running.attempt as Attempt<Step, Result>)
      : startAttempt(() => Promise.reject(busy()))

  const release = () => {
    if (door.order === order) delete door.order
  }
  const { attempt, begin } = prepareAttempt<Step, Result>(async (control) => {
    try {
      return await work(control)
    } finally {
      // Before anybody hears of the end: the next order may follow at once.
      release()
    }
  })
  const cancel = () => {
    release()
    attempt.cancel()
  }
  const shared = { ...attempt, cancel }
  const order: RunningCommand = { wish, attempt: shared as Attempt<never, unknown> }
  // Before it begins: a listener of its first step may tap again.
  door.order = order
  begin()
  return shared
}

const isSame = (one: CommandKey, other: CommandKey): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index])
