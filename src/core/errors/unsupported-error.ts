import { type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/**
 * The action does not exist, no transport supports its family, or this lock type does not support it; nothing was sent.
 * See `docs/guide/errors.md#unsupported`.
 */
export class UnsupportedError extends SdkError {
  override readonly name = 'UnsupportedError'
  readonly kind = 'unsupported'

  constructor(origin: ErrorOrigin, reason: string) {
    super(origin, `${reason} Nothing was sent.`)
  }
}

/**
 * Whether an error is an UnsupportedError. See `docs/guide/errors.md#unsupported`.
 *
 * @example
 * ```ts
 * const error = await panel.apiRequest('device.status', { device_id: 'unknown' }).catch((reason) => reason)
 * const action = isUnsupportedError(error) ? error.action : undefined
 * ```
 */
export const isUnsupportedError = /*#__PURE__*/ guardOf<UnsupportedError>('unsupported')
