import { type Delivery, type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/** The caller gave up, or the panel was closed. An abort recalls nothing that left. */
export class CancelledError extends SdkError {
  override readonly name = 'CancelledError'
  readonly kind = 'cancelled'

  constructor(
    origin: ErrorOrigin,
    readonly delivery: Delivery,
  ) {
    super(
      origin,
      delivery === 'not-sent'
        ? 'cancelled before it left.'
        : 'cancelled after it left; it may still be carried out.',
    )
  }
}

export const isCancelledError = /*#__PURE__*/ guardOf<CancelledError>('cancelled')
