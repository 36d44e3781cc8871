import {
  type Delivery,
  type ErrorOrigin,
  isSdkError,
  type SdkError,
} from '../../core/errors/sdk-error'
import { TransportError } from '../../core/errors/transport-error'

/** What an app's own way to the lock failed with, which may be anything: without its words, for they may quote a password. */
export const linkFailure = (
  error: unknown,
  origin: ErrorOrigin,
  delivery: Delivery = 'unknown',
): SdkError =>
  isSdkError(error)
    ? error
    : new TransportError(origin, { delivery, reason: 'the way to the lock failed' })
