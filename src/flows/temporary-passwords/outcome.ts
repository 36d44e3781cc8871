import { LockError } from '../../core/errors/lock-error'
import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isVendorError } from '../../core/errors/vendor-error'
import { delay } from '../../core/rx/first-value'
import type { LockContext } from '../shared/lock-context'
import type { TemporaryPasswordReason } from './temporary-password'

const NAME_REPEATS = 2316
/** What is sent twice on the way, below everything that can be seen here, finds its ticket spent the second time. */
const TICKET_INVALID = 2405
/** The cloud may be slow to show what it has done. */
const LOOK_AFTER_MS = [0, 1_000, 3_000]

/** True where an order may have been carried out although it failed: it is worth a look. */
export const mayHaveHappened = (error: unknown): boolean =>
  isOutcomeUnknownError(error) ||
  (isVendorError(error) && (error.class === 'transient' || error.code === TICKET_INVALID))

/** Looks a few times until something is there; fails as the first look that fails. */
export const lookFor = async <T>(
  look: () => Promise<T | undefined>,
  { clock }: Pick<LockContext, 'clock'>,
  origin: ErrorOrigin,
): Promise<T | undefined> => {
  for (const delayMs of LOOK_AFTER_MS) {
    if (delayMs > 0) await delay(delayMs, clock, origin)
    const found = await look()
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * What an order did that failed and may have been carried out; its own error where nothing shows. A look that fails
 * tells nothing of the order, unless it is that which it shows.
 */
export const recovered = async <T>(
  error: unknown,
  look: () => Promise<T | undefined>,
  context: Pick<LockContext, 'clock'>,
  origin: ErrorOrigin,
): Promise<T> => {
  const found = mayHaveHappened(error)
    ? await lookFor(look, context, origin).catch((failure: unknown) => {
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
    'Choose another name, or remove the password that has it.',
  )

/** The cloud answers some orders with a flag. */
export const throwUnlessDone = (isDone: boolean, origin: ErrorOrigin): void => {
  if (!isDone)
    throw new LockError<TemporaryPasswordReason>(
      origin,
      'not-done',
      'The cloud answered that it did nothing; list the passwords to see why.',
    )
}
