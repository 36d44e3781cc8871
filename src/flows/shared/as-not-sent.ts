import { CancelledError, isCancelledError } from '../../core/errors/cancelled-error'
import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isTimeoutError, TimeoutError } from '../../core/errors/timeout-error'
import {
  isTransportError,
  TransportError,
  type TransportFailure,
} from '../../core/errors/transport-error'

/** What failed before an order left, told so that nobody takes it for a lost order. */
export const asNotSent = (error: unknown, origin: ErrorOrigin): unknown => {
  if (isCancelledError(error)) return new CancelledError(origin, 'not-sent')
  if (isTimeoutError(error)) return new TimeoutError(origin, error.afterMs, 'not-sent')
  // The app's own cipher may order something of a server, too.
  if (isOutcomeUnknownError(error)) return notSent(origin, { reason: 'no certain answer' })
  return isTransportError(error) ? notSent(origin, error) : error
}

const notSent = (
  origin: ErrorOrigin,
  {
    reason,
    statusCode,
    retryAfterMs,
  }: Pick<TransportFailure, 'reason' | 'statusCode' | 'retryAfterMs'>,
) =>
  new TransportError(origin, {
    delivery: 'not-sent',
    reason: `before the order: ${reason}`,
    statusCode,
    retryAfterMs,
  })
