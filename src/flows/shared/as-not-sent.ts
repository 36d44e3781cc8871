import { CancelledError, isCancelledError } from '../../core/errors/cancelled-error'
import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isTimeoutError, TimeoutError } from '../../core/errors/timeout-error'
import {
  isTransportError,
  TransportError,
  type TransportFailure,
} from '../../core/errors/transport-error'

/** Rewrites a failure before the command as `not-sent`, so that it is not mistaken for a lost answer to the command. */
export const asNotSent = (error: unknown, origin: ErrorOrigin): unknown => {
  if (isCancelledError(error)) return new CancelledError(origin, 'not-sent', error.isPanelClosed)
  if (isTimeoutError(error)) return new TimeoutError(origin, error.afterMs, 'not-sent')
  // The app's cipher may send a command to a server, too.
  if (isOutcomeUnknownError(error)) return notSent(origin, { reason: 'no certain answer' })
  return isTransportError(error) ? notSent(origin, error) : error
}

const notSent = (
  origin: ErrorOrigin,
  { reason, statusCode, retryAfterMs, isPermanent }: Omit<TransportFailure, 'delivery'>,
) =>
  new TransportError(origin, {
    delivery: 'not-sent',
    reason: `before the command: ${reason}`,
    statusCode,
    retryAfterMs,
    isPermanent,
  })
