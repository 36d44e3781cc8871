import type { WeeklyHours } from '../../data-points/raw/validity'

/**
 * The life-cycle state of a temporary password, the same for every lock type and every family.
 *
 * - `pending`: stored in the cloud, not yet on the lock.
 * - `active`: stored on the lock; valid from `fromMs`.
 * - `frozen`: stored on the lock, but disabled.
 * - `deleting`: still stored on the lock.
 * - `deleted`, `failed` (the lock did not store it; see `failure`), `expired`: no longer valid.
 * - `unknown`: a state without a documented meaning, or none. The password may open the door.
 */
export type TemporaryPasswordState =
  | 'pending'
  | 'active'
  | 'frozen'
  | 'deleting'
  | 'deleted'
  | 'failed'
  | 'expired'
  | 'unknown'

/** Why a lock did not store a password, if the cloud reports the reason. */
export type TemporaryPasswordFailure = 'not-set' | 'taken' | 'no-room' | 'overlap'

/** A temporary password as the cloud lists it, without its PIN. */
export interface TemporaryPassword {
  /** The id in the cloud; of the lock, if a data point created the password. */
  readonly id: string
  /** The name that the creator gave it. */
  readonly name: string
  /** Whether the lock has stored it, and whether it is valid. */
  readonly state: TemporaryPasswordState
  /** Why the lock did not store it. */
  readonly failure?: TemporaryPasswordFailure
  /** Milliseconds since 1970; whole seconds. `undefined` if the cloud does not return it. */
  readonly fromMs: number | undefined
  /** Milliseconds since 1970; whole seconds. `undefined` if the cloud does not return it. */
  readonly toMs: number | undefined
  /** The weekly hours; absent: always, or `hasUnreadableHours`. */
  readonly weekly?: readonly WeeklyHours[]
  /** The password has weekly hours, and the cloud shows them as numbers that are no minutes or no days. */
  readonly hasUnreadableHours?: true
  /** An IANA name; absent in the panel API. */
  readonly timeZone?: string
  /** The phone number that the cloud stores with the password. */
  readonly phone?: string
  /** Valid for one opening; only the panel API lists it. */
  readonly once?: boolean
  /** The number of the password on the lock, if the cloud returns it. */
  readonly sn?: number
}

/** The `reason` of a `LockError` of this flow. */
export type TemporaryPasswordReason =
  | 'name-taken'
  | 'not-found'
  /** The cloud accepted a command of this panel, and did not show its result for 15 seconds. It was not lost. */
  | 'not-seen-yet'
  /** The cloud, or the lock, did not execute the command. */
  | 'not-done'
  /** Over data points: the lock may still report an earlier password, whose outcome is unknown. */
  | 'busy'
  /** Over data points: why the lock did not store the password. */
  | Exclude<TemporaryPasswordFailure, 'overlap'>
  | 'too-simple'
  /** The cloud accepted the change, but lists the old values. */
  | 'not-changed'
  /** The lock did not store the password in time. */
  | 'still-pending'
  /** The password has this state instead of active. */
  | Exclude<TemporaryPasswordState, 'pending' | 'active' | 'unknown'>
