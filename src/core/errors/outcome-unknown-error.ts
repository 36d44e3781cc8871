import { type ErrorKind, type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/**
 * A command was sent and its answer was lost or unreadable: the bolt may have moved, the password may exist.
 * The command was not resent. Check with the action named in `check` before trying again.
 * See `docs/guide/errors.md#outcome-unknown`.
 */
export class OutcomeUnknownError extends SdkError {
  override readonly name = 'OutcomeUnknownError'
  readonly kind = 'outcome-unknown'
  /** The action whose answer shows whether the command executed. */
  readonly check: string | undefined
  /** The kind of the failure that made the outcome unknown. */
  readonly causeKind: ErrorKind

  constructor(origin: ErrorOrigin, failure: SdkError, check: string | undefined) {
    super(
      origin,
      `the command may have executed: its answer was ${failure.kind === 'response' ? 'unreadable' : 'lost'}. Check ${check === undefined ? 'the lock' : `with ${check}`} before you try again.`,
    )
    this.check = check
    this.causeKind = failure.kind
  }
}

/**
 * Whether an error is a OutcomeUnknownError. See `docs/guide/errors.md#outcome-unknown`.
 *
 * @example
 * ```ts
 * const error = await panel.apiRequest('device.status', { device_id: 'unknown' }).catch((reason) => reason)
 * const check = isOutcomeUnknownError(error) ? error.check : undefined
 * ```
 */
export const isOutcomeUnknownError = /*#__PURE__*/ guardOf<OutcomeUnknownError>('outcome-unknown')
