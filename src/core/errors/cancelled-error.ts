import { type Delivery, type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/** The caller cancelled, or the panel was closed. Aborting does not undo a request that was already sent. */
export class CancelledError extends SdkError {
  override readonly name = 'CancelledError'
  readonly kind = 'cancelled'

  constructor(
    origin: ErrorOrigin,
    /** Whether the request certainly was not sent; a sent one may still execute. */
    readonly delivery: Delivery,
    /** The reason is `panel.close()`: a closed panel sends nothing more. */
    readonly isPanelClosed = false,
  ) {
    super(
      origin,
      `${isPanelClosed ? 'the panel was closed' : 'cancelled'} ${
        delivery === 'not-sent' ? 'before it was sent.' : 'after it was sent; it may still execute.'
      }${isPanelClosed ? ' Create another panel to send again.' : ''}`,
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
