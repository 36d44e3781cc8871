import type { Observable } from 'rxjs'
import type { EnrolmentFailure } from '../../data-points/raw/unlock-method-create'
import type { EnrolmentType } from './method-names'

/** Why an enrolment failed, as a LockError says it: the lock's own reasons, and four more. */
export type EnrolmentReason =
  | EnrolmentFailure
  /** Another enrolment runs. */
  | 'busy'
  /** Stopped at the lock, or by somebody else. */
  | 'cancelled'
  | 'offline'
  /** The lock has it, and the cloud was not told. */
  | 'not-saved'

interface Whose {
  /** Left out where the source does not say it: the pushes of the cloud name neither kind nor user. */
  readonly type?: EnrolmentType
  /** The number of the user on the lock. */
  readonly lockUserId?: number
  /** The number that the lock has given the method, by its kind. */
  readonly unlockSn?: number
}

/**
 * What happens while a lock takes a method in. One type for all sources; each fills in what it knows. Deletions are no
 * part of it.
 */
export type EnrolmentEvent = Whose &
  (
    | { readonly step: 'started'; readonly total?: number }
    | {
        readonly step: 'enrolling'
        /** So many of `total` are taken in. */
        readonly done: number
        readonly total?: number
        /** The last one was incomplete, and has to be given again. */
        readonly mustRepeat?: true
      }
    | {
        /** The lock has it. */
        readonly step: 'done'
        /** Its record in the cloud. */
        readonly id?: string
        readonly name?: string
        /** False: it is nobody's yet. */
        readonly isAssigned?: boolean
      }
    /** The cloud says that it is over, and not how. */
    | { readonly step: 'ended' }
    | { readonly step: 'cancelled' }
    /** `no-answer`: the app of lock-sdk waits no longer; the lock may go on. */
    | { readonly step: 'failed'; readonly reason: EnrolmentReason | 'no-answer' }
  )

export type EventAt<Step extends EnrolmentEvent['step']> = Extract<
  EnrolmentEvent,
  { readonly step: Step }
>
export type EnrolmentEvents = Observable<EnrolmentEvent>
