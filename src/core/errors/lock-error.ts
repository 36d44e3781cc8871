import { type ErrorOrigin, guardOf, SdkError } from './sdk-error'

/**
 * The lock said no, or its state does: it is offline, its remote switch is off, somebody typed too simple a password.
 * Panels never fail with it, flows do. `reason` is one of the names that the flow documents.
 */
export class LockError<Reason extends string = string> extends SdkError {
  override readonly name = 'LockError'
  readonly kind = 'lock'
  readonly reason: Reason

  /** `advice` is one sentence: what a person can do about it. */
  constructor(origin: ErrorOrigin, reason: Reason, advice: string) {
    super(origin, `${reason}. ${advice}`)
    this.reason = reason
  }
}

export const isLockError = /*#__PURE__*/ guardOf<LockError>('lock')
