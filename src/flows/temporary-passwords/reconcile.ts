import { LockError } from '../../core/errors/lock-error'
import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isVendorError } from '../../core/errors/vendor-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { LockContext } from '../shared/lock-context'
import { readBack } from '../shared/read-back'
import type { TemporaryPasswordReason } from './temporary-password'

const NAME_REPEATS = 2316
/** An HTTP stack below the SDK may send a request twice; the second one finds its ticket spent. */
const TICKET_INVALID = 2405

/** True if a failed command may have executed. */
const mayHaveExecuted = (error: unknown): boolean =>
  isOutcomeUnknownError(error) ||
  (isVendorError(error) && (error.class === 'transient' || error.code === TICKET_INVALID))

/**
 * Resolves with the result of a failed command that executed nevertheless, as the list shows it; else fails with the
 * error of the command. A failed read proves nothing, unless it found an unknown outcome itself.
 */
export const reconcile = async <T>(
  error: unknown,
  read: (options: CallOptions) => Promise<T | undefined>,
  context: Pick<LockContext, 'clock'>,
  origin: ErrorOrigin,
): Promise<T> => {
  const found = mayHaveExecuted(error)
    ? await readBack(read, context, origin).catch((failure: unknown) => {
        if (isOutcomeUnknownError(failure)) throw failure
      })
    : undefined
  if (found !== undefined) return found
  throw isVendorError(error) && error.code === NAME_REPEATS ? nameTaken(origin) : error
}

export const nameTaken = (origin: ErrorOrigin) =>
  new LockError<TemporaryPasswordReason>(
    origin,
    'name-taken',
    'Choose another name, or remove the password with this name.',
  )

/** The cloud answers some commands with a flag. */
export const throwUnlessDone = (isDone: boolean, origin: ErrorOrigin): void => {
  if (!isDone)
    throw new LockError<TemporaryPasswordReason>(
      origin,
      'not-done',
      'The cloud did not execute the command. List the passwords to see why.',
    )
}
