import { LockError } from '../../core/errors/lock-error'

/** Why an operation of offline passwords failed, where the lock or the cloud says no without a code. */
export type OfflinePasswordReason =
  | 'not-renamed'
  | 'not-revoked'
  /** The cloud knows no such lock. */
  | 'no-such-lock'
  /** The cloud does not know when the lock was paired. */
  | 'no-pairing-time'
  /** The cloud did not pass T0 on. */
  | 'not-taken'

/** `method` is its name within `offlinePasswords`. */
export const offlineError = (method: string, reason: OfflinePasswordReason, advice: string) =>
  new LockError<OfflinePasswordReason>({ action: `offlinePasswords.${method}` }, reason, advice)

export const SEND_T0 = 'sendT0'

export const t0Origin = { action: `offlinePasswords.${SEND_T0}` }
