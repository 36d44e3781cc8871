/** The state of a password between creation and deletion. */
export type PasswordState =
  | 'to-be-sent'
  | 'sent'
  | 'frozen'
  | 'to-be-deleted'
  | 'deleted'
  /** Deleted, on a lock with `revokedPhase`. */
  | 'revoked'
  | 'failed-to-send'

/** Hours of some days of the week, as the cloud stores them. */
export interface PasswordSchedule {
  /** Minutes of the day. */
  readonly effective_time: number
  /** Minutes of the day. */
  readonly invalid_time: number
  /** A bit for each day, bit 0 Sunday to bit 6 Saturday. */
  readonly working_day: number
}

/** A temporary password, in the cloud and on the lock. */
export interface TemporaryPassword {
  /** The id in the cloud. */
  readonly id: string
  /** The id of the lock. */
  readonly lockId: string
  /** The name that the creator gave it. */
  name: string
  /** The digits, as the lock compares them. Not part of any answer. */
  pin: string
  /** Seconds since 1970. */
  effectiveTime: number
  /** Seconds since 1970. */
  invalidTime: number
  /** The phone number that the cloud stores with it; may be empty. */
  phone: string
  /** Empty, or an IANA name; absent if the operation that created the password has no time zone. */
  timeZone?: string
  /** 1 single use, 0 multiple use. */
  type?: number
  /** The weekly hours; always if absent. */
  schedule?: readonly PasswordSchedule[]
  /** The number of the password on the lock; absent before the lock stored it. */
  sn?: number
  /** Milliseconds since 1970; absent for a password of the seed. */
  readonly createdAtMs?: number
  /** Where the password is between creation and deletion. */
  state: PasswordState
  /** Is listed in place of the phase of its state; a number may have no documented meaning. */
  phase?: number
  /** The pending or last command to the lock. */
  command: PasswordCommand
}

/** A command about a password: pending, or confirmed by the lock. */
interface PasswordCommand {
  /** What the command does with the password. */
  readonly kind: 'create-password' | 'modify-password' | 'delete-password'
  /** The action that sent it. */
  readonly action: string
  /** When the lock confirms it, milliseconds; unknown before the command reached the lock. */
  confirmedAtMs?: number
}
