import {
  type Delivery,
  type ErrorOrigin,
  isSdkError,
  type SdkError,
} from '../../core/errors/sdk-error'
import { TransportError } from '../../core/errors/transport-error'

/** Replaces a third-party error of the app's connection to the lock, whose message may quote a password. */
export const linkFailure = (
  error: unknown,
  origin: ErrorOrigin,
  delivery: Delivery = 'unknown',
): SdkError =>
  isSdkError(error)
    ? error
    : new TransportError(origin, { delivery, reason: 'the connection to the lock failed' })
