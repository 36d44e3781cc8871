import { type Delivery, type ErrorOrigin, guardOf, SdkError } from './sdk-error'

export interface TransportFailure {
  readonly delivery: Delivery
  /** What happened, in a few words; never a body or a header. */
  readonly reason: string
  readonly statusCode?: number | undefined
  readonly retryAfterMs?: number | undefined
}

/** No answer of the vendor: the request did not leave, the connection broke, or what came back was no answer. */
export class TransportError extends SdkError {
  override readonly name: 'TransportError' | 'TimeoutError' = 'TransportError'
  readonly kind: 'transport' | 'timeout' = 'transport'
  readonly delivery: Delivery
  /** What happened, in a few words; it stands in the message too. */
  readonly reason: string
  readonly statusCode: number | undefined
  readonly retryAfterMs: number | undefined

  constructor(
    origin: ErrorOrigin,
    { delivery, reason, statusCode, retryAfterMs }: TransportFailure,
  ) {
    super(
      origin,
      delivery === 'not-sent'
        ? `${reason}; the request never left.`
        : `${reason}; the cloud may have handled the request.`,
    )
    this.delivery = delivery
    this.reason = reason
    this.statusCode = statusCode
    this.retryAfterMs = retryAfterMs
  }
}

/** True for a TimeoutError too. */
export const isTransportError = /*#__PURE__*/ guardOf<TransportError>('transport', 'timeout')
