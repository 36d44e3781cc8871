import { type Delivery, type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/** What a transport reports of a request without a usable answer. */
export interface TransportFailure {
  /** Whether the request certainly was not sent; a command with `unknown` is never resent. */
  readonly delivery: Delivery
  /** What happened, in a few words; never a body or a header. Part of the message. */
  readonly reason: string
  /** The HTTP status, if a server answered. */
  readonly statusCode?: number | undefined
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined
  /** The same request fails again. @default false */
  readonly isPermanent?: boolean | undefined
}

/**
 * No usable answer: the request was not sent, the connection broke, or the answer is not from the vendor.
 * See `docs/guide/errors.md#transport`.
 */
export class TransportError extends SdkError {
  /** The name of the class, which a minifier does not change. */
  override readonly name: 'TransportError' | 'TimeoutError' = 'TransportError'
  readonly kind: 'transport' | 'timeout' = 'transport'
  /** Whether the request certainly was not sent. */
  readonly delivery: Delivery
  /** What happened, in a few words. */
  readonly reason: string
  /** The HTTP status, if a server answered. */
  readonly statusCode: number | undefined
  /** How long the server asks to wait. */
  readonly retryAfterMs: number | undefined
  /** The same request fails again until the app or its settings are corrected, so it is not retried. */
  readonly isPermanent: boolean

  constructor(
    origin: ErrorOrigin,
    { delivery, reason, statusCode, retryAfterMs, isPermanent = false }: TransportFailure,
  ) {
    super(origin, `${reason}; ${consequence(delivery, statusCode)}.`)
    this.delivery = delivery
    this.reason = reason
    this.statusCode = statusCode
    this.retryAfterMs = retryAfterMs
    this.isPermanent = isPermanent
  }
}

/** By the status, as `mayRetry` decides: a server that answers 4xx has not executed the request, except after a time-out. */
const consequence = (delivery: Delivery, statusCode = 0): string => {
  if (delivery === 'not-sent') return 'the request was not sent'
  const isRefusal = statusCode >= 400 && statusCode < 500 && statusCode !== 408
  return isRefusal ? 'the server refused the request' : 'the request may have executed'
}

/**
 * Whether an error is a TransportError or a TimeoutError. See `docs/guide/errors.md#transport`.
 *
 * @example
 * ```ts
 * const error = await panel.apiRequest('device.status', { device_id: 'unknown' }).catch((reason) => reason)
 * const delivery = isTransportError(error) ? error.delivery : undefined
 * ```
 */
export const isTransportError = /*#__PURE__*/ guardOf<TransportError>('transport', 'timeout')
