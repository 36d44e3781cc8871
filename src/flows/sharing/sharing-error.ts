import { LockError } from '../../core/errors/lock-error'

export type SharingReason =
  /** It was accepted, it was cancelled, its time is over, or it was never there. */
  | 'not-open'
  /** The cloud says no, without a reason. */
  | 'not-cancelled'

/** `method` is its name within `sharing`. */
export const sharingError = (method: string, reason: SharingReason, advice: string) =>
  new LockError<SharingReason>({ action: `sharing.${method}` }, reason, advice)
