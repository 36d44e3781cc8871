import type { Observable } from 'rxjs'
import type { EnrolmentFailure } from '../../data-points/raw/unlock-method-create'
import type { EnrolmentType } from './enrol-request'

/** The `reason` of a LockError: the lock's own reasons, and four more. */
export type EnrolmentReason =
  | EnrolmentFailure
  /** Another enrolment runs. */
  | 'busy'
  /** Stopped at the lock, or by another app. */
  | 'cancelled'
  | 'offline'
  /** The lock stored the method, but the cloud did not. */
  | 'not-saved'

interface EventOwner {
  /** Absent if the source does not name it: push messages name neither kind nor user. */
  readonly type?: EnrolmentType
  /** The number of the user on the lock. */
  readonly lockUserId?: number
  /** The number of the method on the lock, within its kind. */
  readonly unlockSn?: number
}

/**
 * An event of an enrolment at a lock. One type for all sources; fields that a source does not have are absent. Deletions
 * are not included.
 */
export type EnrolmentEvent = EventOwner &
  (
    | {
        readonly step: 'started'
        /** The number of steps; absent if the source does not report it. */
        readonly total?: number
      }
    | {
        readonly step: 'enrolling'
        /** The number of completed steps of `total`. */
        readonly done: number
        /** The number of steps; absent if the source does not report it. */
        readonly total?: number
        /** The last step was incomplete and must be repeated. */
        readonly mustRepeat?: true
      }
    | {
        /** The lock has stored the method. */
        readonly step: 'done'
        /** The record of the method in the cloud. */
        readonly id?: string
        /** The name of the method in the cloud; absent if the source does not report it. */
        readonly name?: string
        /** False: the method has no user yet. */
        readonly isAssigned?: boolean
      }
    /** The cloud reports the end, but not the result. */
    | { readonly step: 'ended' }
    | { readonly step: 'cancelled' }
    /** `no-answer`: lock-sdk has timed out; the lock may continue. */
    | {
        readonly step: 'failed'
        /** Why the enrolment ended without a method. */
        readonly reason: EnrolmentReason | 'no-answer'
      }
  )

export type EventAt<Step extends EnrolmentEvent['step']> = Extract<
  EnrolmentEvent,
  { readonly step: Step }
>
/** The enrolments of a lock, from any source. */
export type EnrolmentEvents = Observable<EnrolmentEvent>
