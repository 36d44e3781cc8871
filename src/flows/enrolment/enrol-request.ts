import type { KnownKind } from '../shared/method-kinds'
import type { Weekly } from '../shared/weekly-input'

/** The method kinds that can be enrolled. */
export type EnrolmentType = KnownKind

/** The method to enrol, and its user. */
export interface EnrolRequest {
  /** What to enrol, such as a fingerprint. */
  readonly type: EnrolmentType
  /** The `user_id`. Over data points 0 is the current user. */
  readonly user: string
  /** The number of the user on the lock, for data points. @default read with `doorLock.getUser` */
  readonly lockUserId?: number
  /** The PIN of a password that is sent to the lock. At Wi-Fi and Zigbee locks it is typed at the door. */
  readonly password?: string
  /** The name of a password; lock-sdk only. */
  readonly name?: string
  /** A method of an administrator; data points only. @default false */
  readonly isAdmin?: boolean
  /** The validity; data points only. @default always */
  readonly validity?: EnrolmentValidity
  /** The number of openings, up to 255; data points only. @default unlimited */
  readonly times?: number
  /** For the cloud: whether the user belongs to the home. @default false for Wi-Fi locks, else true (document 003) */
  readonly isHomeUser?: boolean
  /**
   * Time limit for one step, in milliseconds. A lock reports `timed-out` after one minute, so the default is longer.
   * @default 70000
   */
  readonly stepTimeoutMs?: number
}

/** Times in milliseconds since 1970, rounded to seconds. Weekly hours start and end on one day. */
export interface EnrolmentValidity {
  /** The start, milliseconds since 1970. */
  readonly fromMs: number
  /** The end, milliseconds since 1970. */
  readonly toMs: number
  /** The hours of some days of the week, within the start and the end. @default always */
  readonly weekly?: Weekly
}

/** The steps of an enrolment, before it is `done` or `failed`. */
export type EnrolmentStep =
  | { readonly step: 'starting' }
  | {
      /** The lock waits for the person at the door. */
      readonly step: 'enrolling'
      /** The number of completed steps of `total`. */
      readonly done: number
      /** Absent if no source reports it. */
      readonly total?: number
      /** The last step was incomplete and must be repeated. */
      readonly mustRepeat?: true
    }
  /** The stop command is sent. */
  | { readonly step: 'stopping' }
  /** The lock or the cloud confirmed the stop. */
  | { readonly step: 'stopped' }

/** The method that the lock has stored. */
export interface EnrolledMethod {
  /** What was enrolled, such as a fingerprint. */
  readonly type: EnrolmentType
  /** The user whom it belongs to. */
  readonly userId: string
  /** The number of the method on the lock, within its kind: `unlock_sn` or `unlock_no`. Absent with lock-sdk. */
  readonly unlockSn?: number
  /** The record in the cloud, if the source has it. */
  readonly id?: string
  /** The name of the method. */
  readonly name?: string
  /** False: the lock has the method, and the cloud does not show it for the user. Assign it with `methods.assign`. */
  readonly isAssigned: boolean
}
