import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isVendorError } from '../../core/errors/vendor-error'
import type { CallOptions } from '../../core/pipeline/call'
import { expectDone } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { isLostAnswer } from '../shared/lost-answer'
import { readBack } from '../shared/read-back'
import { METHODS, methodChannels } from './channels'
import { findMethod } from './find'
import type { MethodRef, UnlockMethod } from './method'

/** No such data, no such record: a command that was sent twice finds its work done. */
const NOT_FOUND = [1000, 2323]

interface Command {
  /** The methods that it is about. */
  readonly refs: readonly MethodRef[]
  readonly send: () => Promise<unknown>
  /** Whether the lists show the result of the command; undefined is a method that they do not show. */
  readonly isDone: (shown: UnlockMethod | undefined) => boolean
}

/**
 * Runs a command once. If its answer is lost, the lists decide: it succeeds if they show its result, and fails with an
 * OutcomeUnknownError if they do not, or cannot be read.
 */
export const confirmed = async (
  lock: LockContext,
  origin: ErrorOrigin,
  command: Command,
): Promise<void> => {
  try {
    expectDone(origin, await command.send())
  } catch (error) {
    if (isVendorError(error)) {
      if (!mayBeDone(error) || !(await isShownOnce(lock, command))) throw error
    } else if (!isLostAnswer(error) || !(await isShownInTime(lock, origin, command)))
      throw isLostAnswer(error) ? new OutcomeUnknownError(origin, error, checkOf(lock)) : error
  }
}

const mayBeDone = (error: { readonly class: string; readonly code: unknown }): boolean =>
  error.class === 'transient' || NOT_FOUND.some((code) => code === error.code)

/** Whether the lists show the result for every method. */
const isShown = async (
  lock: LockContext,
  { refs, isDone }: Command,
  options: CallOptions,
): Promise<boolean> => {
  for (const ref of refs) if (!isDone(await findMethod(lock, ref, options))) return false
  return true
}

/** A read that fails shows nothing. */
const isShownOnce = (lock: LockContext, command: Command): Promise<boolean> =>
  isShown(lock, command, {}).catch(() => false)

const isShownInTime = (
  lock: LockContext,
  origin: ErrorOrigin,
  command: Command,
): Promise<boolean> =>
  readBack(
    async (options) => ((await isShown(lock, command, options)) ? true : undefined),
    lock,
    origin,
  ).then(
    (shown) => shown === true,
    () => false,
  )

/** The operation that shows the method. */
const checkOf = ({ sentAs, supports }: LockContext): string | undefined => {
  const list = methodChannels.memberMethods.find(({ operations: [name] }) => supports(name))
  return sentAs(list?.operations[0] ?? METHODS)
}
