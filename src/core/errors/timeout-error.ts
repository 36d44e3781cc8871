import { type Delivery, type ErrorOrigin, guardOf } from './sdk-error'
import { TransportError } from './transport-error'

/** No answer in time: to one request, or to the whole call with its waits. See `docs/guide/errors.md#timeout`. */
export class TimeoutError extends TransportError {
  override readonly name = 'TimeoutError'
  override readonly kind = 'timeout'

  constructor(
    origin: ErrorOrigin,
    /** The limit that has passed: of one request, or of the whole call. */
    readonly afterMs: number,
    delivery: Delivery,
  ) {
    super(origin, { delivery, reason: `no answer within ${afterMs} ms` })
  }
}

/**
 * Whether an error is a TimeoutError. See `docs/guide/errors.md#timeout`.
 *
 * @example
 * ```ts
 * const error = await panel.apiRequest('device.status', { device_id: 'unknown' }).catch((reason) => reason)
 * const afterMs = isTimeoutError(error) ? error.afterMs : undefined
 * ```
 */
export const isTimeoutError = /*#__PURE__*/ guardOf<TimeoutError>('timeout')
