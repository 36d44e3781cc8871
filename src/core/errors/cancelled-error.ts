import { type Delivery, type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/** The caller cancelled, or the panel was closed. Aborting does not undo a request that was already sent. */
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
        ? 'cancelled before it was sent.'
        : 'cancelled after it was sent; it may still execute.',
    )
  }
}

/**
 * Whether an error is a CancelledError. See `docs/guide/errors.md#cancelled`.
 *
 * @example
 * ```ts
 * const error = await panel.apiRequest('device.status', { device_id: 'unknown' }).catch((reason) => reason)
 * const delivery = isCancelledError(error) ? error.delivery : undefined
 * ```
 */
export const isCancelledError = /*#__PURE__*/ guardOf<CancelledError>('cancelled')
