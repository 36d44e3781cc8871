import type { WeeklyHours } from '../../data-points/raw/validity'

/**
 * Where a temporary password is in its life, the same for every kind of lock and for every family.
 *
 * - `pending`: the cloud has it, the lock does not yet.
 * - `active`: the lock has it; it opens from `fromMs` on.
 * - `frozen`: the lock has it and does not open for it.
 * - `deleting`: the lock still has it.
 * - `deleted`, `failed` (the lock never took it; `failure` says why), `expired`: it opens nothing any more.
 */
export type TemporaryPasswordState =
  | 'pending'
  | 'active'
  | 'frozen'
  | 'deleting'
  | 'deleted'
  | 'failed'
  | 'expired'

/** Why a lock did not take a password, where the cloud says it. */
export type TemporaryPasswordFailure = 'not-set' | 'taken' | 'no-room' | 'overlap'

/** A temporary password as it is listed; its digits never come back from the cloud. */
export interface TemporaryPassword {
  readonly id: string
  readonly name: string
  readonly state: TemporaryPasswordState
  readonly failure?: TemporaryPasswordFailure
  /** Milliseconds since 1970; whole seconds. */
  readonly fromMs: number
  /** Milliseconds since 1970; whole seconds. */
  readonly toMs: number
  /** When in the week it opens; always, if left out. */
  readonly weekly?: readonly WeeklyHours[]
  /** An IANA name; the panel API has none. */
  readonly timeZone?: string
  readonly phone?: string
  /** It opens one time; listed by the panel API alone. */
  readonly once?: boolean
  /** The number of the password on the lock, where the cloud tells it. */
  readonly sn?: number
}

/** What a `LockError` of this flow has as its `reason`. */
export type TemporaryPasswordReason =
  | 'name-taken'
  | 'not-found'
  /** The cloud answered that it did nothing. */
  | 'not-done'
  /** The cloud took the change, and still shows what was before. */
  | 'not-changed'
  /** The lock did not fetch it in time. */
  | 'still-pending'
  /** It became this in place of active. */
  | Exclude<TemporaryPasswordState, 'pending' | 'active'>
