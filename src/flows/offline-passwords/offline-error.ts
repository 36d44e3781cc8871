import { LockError } from '../../core/errors/lock-error'

/** The reason of a refusal without a vendor code. */
export type OfflinePasswordReason =
  | 'not-renamed'
  | 'not-revoked'
  /** The cloud does not list this lock. */
  | 'no-such-lock'
  /** The cloud has no pairing time of the lock. */
  | 'no-pairing-time'
  /** The cloud did not pass T0 on. */
  | 'not-accepted'

/** `method` is its name within `offlinePasswords`. */
export const offlineError = (method: string, reason: OfflinePasswordReason, advice: string) =>
  new LockError<OfflinePasswordReason>({ action: `offlinePasswords.${method}` }, reason, advice)

export const SEND_T0 = 'sendT0'

export const t0Origin = { action: `offlinePasswords.${SEND_T0}` }
