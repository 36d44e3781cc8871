import { isCancelledError } from '../../core/errors/cancelled-error'
import { isOutcomeUnknownError, OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isTransportError, type TransportError } from '../../core/errors/transport-error'
import { isVendorError } from '../../core/errors/vendor-error'
import { expectDone } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { readBack } from '../shared/read-back'
import { METHODS, methodChannels } from './channels'
import { findMethod } from './find'
import type { MethodRef, UnlockMethod } from './method'

/** No such data, no such record: a command that was sent twice finds its work done. */
const NOT_FOUND = [1000, 2323]

interface Command {
  readonly ref: MethodRef
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
  { ref, send, isDone }: Command,
): Promise<void> => {
  try {
    expectDone(origin, await send())
  } catch (error) {
    if (isVendorError(error)) {
      if (!mayBeDone(error) || !(await isShownOnce(lock, ref, isDone))) throw error
    } else if (!isLost(error) || !(await isShownInTime(lock, origin, ref, isDone)))
      throw isLost(error) ? new OutcomeUnknownError(origin, error, checkOf(lock)) : error
  }
}

const mayBeDone = (error: { readonly class: string; readonly code: unknown }): boolean =>
  error.class === 'transient' || NOT_FOUND.some((code) => code === error.code)

const isLost = (error: unknown): error is TransportError | OutcomeUnknownError =>
  isOutcomeUnknownError(error) ||
  (isTransportError(error) && !isCancelledError(error) && error.delivery === 'unknown')

/** A read that fails shows nothing. */
const isShownOnce = (
  lock: LockContext,
  ref: MethodRef,
  isDone: Command['isDone'],
): Promise<boolean> => findMethod(lock, ref, {}).then(isDone, () => false)

const isShownInTime = (
  lock: LockContext,
  origin: ErrorOrigin,
  ref: MethodRef,
  isDone: Command['isDone'],
): Promise<boolean> =>
  readBack(
    async (options) => (isDone(await findMethod(lock, ref, options)) ? true : undefined),
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
