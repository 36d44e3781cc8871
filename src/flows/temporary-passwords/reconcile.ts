import { LockError } from '../../core/errors/lock-error'
import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isVendorError } from '../../core/errors/vendor-error'
import { delay } from '../../core/rx/first-value'
import type { LockContext } from '../shared/lock-context'
import type { TemporaryPasswordReason } from './temporary-password'

const NAME_REPEATS = 2316
/** An HTTP stack below the SDK may send a request twice; the second one finds its ticket spent. */
const TICKET_INVALID = 2405
/** The list of the cloud may lag behind its commands. */
const READ_DELAYS_MS = [0, 1_000, 3_000]

/** True if a failed command may have executed. */
const mayHaveExecuted = (error: unknown): boolean =>
  isOutcomeUnknownError(error) ||
  (isVendorError(error) && (error.class === 'transient' || error.code === TICKET_INVALID))

/** Reads several times until there is a result; fails with the error of the first failed read. */
export const pollFor = async <T>(
  read: () => Promise<T | undefined>,
  { clock }: Pick<LockContext, 'clock'>,
  origin: ErrorOrigin,
): Promise<T | undefined> => {
  for (const delayMs of READ_DELAYS_MS) {
    if (delayMs > 0) await delay(delayMs, clock, origin)
    const found = await read()
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Resolves with the result of a failed command that executed nevertheless, as the list shows it; else fails with the
 * error of the command. A failed read proves nothing, unless it found an unknown outcome itself.
 */
export const reconcile = async <T>(
  error: unknown,
  read: () => Promise<T | undefined>,
  context: Pick<LockContext, 'clock'>,
  origin: ErrorOrigin,
): Promise<T> => {
  const found = mayHaveExecuted(error)
    ? await pollFor(read, context, origin).catch((failure: unknown) => {
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
