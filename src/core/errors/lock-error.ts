import { type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/**
 * The lock rejected the operation, or its state prevents it: it is offline, or its remote switch is off.
 * Only flows fail with it. `reason` is one of the names that the flow documents. See `docs/guide/errors.md#lock`.
 */
export class LockError<Reason extends string = string> extends SdkError {
  override readonly name = 'LockError'
  readonly kind = 'lock'
  /** One of the names that the guide of the flow lists. */
  readonly reason: Reason

  /** `advice` is one sentence: what to do next. */
  constructor(origin: ErrorOrigin, reason: Reason, advice: string) {
    super(origin, `${reason}. ${advice}`)
    this.reason = reason
  }
}

/**
 * Whether an error is a LockError. See `docs/guide/errors.md#lock`.
 *
 * @example
 * ```ts
 * const error = await panel.apiRequest('device.status', { device_id: 'unknown' }).catch((reason) => reason)
 * const reason = isLockError(error) ? error.reason : undefined
 * ```
 */
export const isLockError = /*#__PURE__*/ guardOf<LockError>('lock')
