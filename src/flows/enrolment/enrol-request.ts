import type { WeeklyHours } from '../../data-points/raw/validity'
import type { EnrolmentType } from './method-names'

/** What a lock shall take in, and for whom. */
export interface EnrolRequest {
  readonly type: EnrolmentType
  /** The `user_id`. Over data points 0 is the current user. */
  readonly user: string
  /** The number of the user on the lock, for data points; asked with `doorLock.getUser`, if left out. */
  readonly lockUserId?: number
  /** The digits of a password that the lock is sent. Wi-Fi and Zigbee locks have it typed at the door. */
  readonly password?: string
  /** Of a password, for lock-sdk alone. */
  readonly name?: string
  /** An administrator's; over data points alone. @default false */
  readonly isAdmin?: boolean
  /** When it opens the lock; over data points alone. @default always */
  readonly validity?: EnrolmentValidity
  /** How often it opens the lock, up to 255; over data points alone. @default as often as you like */
  readonly times?: number
  /** For the cloud: whether the user is one of the home. @default as document 003 says: not on Wi-Fi locks */
  readonly isHomeUser?: boolean
  /**
   * How long a step may take, in milliseconds. A lock waits a minute itself and then says `timed-out`, so the default is
   * a little longer. @default 70000
   */
  readonly stepTimeoutMs?: number
}

/** Times in milliseconds since 1970; the lock counts in seconds. Weekly hours begin and end on one day. */
export interface EnrolmentValidity {
  readonly fromMs: number
  readonly toMs: number
  /** All day and every day, if left out. */
  readonly weekly?: WeeklyHours
}

/** What an enrolment goes through, before it is `done` or `failed`. */
export type EnrolmentStep =
  | { readonly step: 'starting' }
  | {
      /** The lock waits for somebody at the door. */
      readonly step: 'enrolling'
      readonly done: number
      /** Left out where nobody says it. */
      readonly total?: number
      /** The last one was incomplete, and has to be given again. */
      readonly mustRepeat?: true
    }
  /** The lock is told to stop. */
  | { readonly step: 'stopping' }
  /** The lock, or the cloud, says that it has: nothing is taken in any more. */
  | { readonly step: 'stopped' }

export interface EnrolledMethod {
  readonly type: EnrolmentType
  readonly userId: string
  /** The number of the method on the lock, by its kind: `unlock_sn` or `unlock_no`. lock-sdk does not tell it. */
  readonly unlockSn?: number
  /** The record in the cloud, where the source names it. */
  readonly id?: string
  readonly name?: string
  /** False: the lock has it, and it could not be given to the user. Until somebody assigns it, it is nobody's. */
  readonly isAssigned: boolean
}
