import { filter, Observable } from 'rxjs'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { createCancellation } from '../shared/cancellation'
import type { Listed } from './course'
import type { EnrolledMethod } from './enrol-request'
import type { EnrolmentEvent, EnrolmentEvents, EventAt } from './enrolment-event'
import type { Newcomers } from './newcomers'

/** One enrolment over one of the ways to a lock; everything is sent on subscription. */
export interface EnrolmentWay {
  readonly userId: string
  /** What happens at the lock, as far as it can be of this enrolment. */
  readonly events$: Observable<EnrolmentEvent | Listed>
  /** Events name neither kind nor user: an end may be that of somebody else's enrolment. */
  readonly namesNobody?: true
  /** An answer to the order to start says that the lock has begun, and not only that it was taken. */
  readonly answerMeansStarted?: true
  /**
   * Starts it; gives what the answer tells, completes when it was taken, fails with what refused it. What has not left
   * when the signal goes off never leaves.
   */
  readonly start: (givenUp: AbortSignalLike) => EnrolmentEvents
  /** Has the lock stop; the same. */
  readonly stop$: EnrolmentEvents
  /** Where the panel can list the methods. */
  readonly newcomers?: Newcomers | undefined
}

/** What has to be asked before an enrolment can start; nothing at the lock has happened then. */
export type OpenWay = (signal: AbortSignalLike) => Promise<EnrolmentWay>

/** A call as a source of events. Its signal goes off when nobody listens any more. */
export const eventsOf = (
  work: (ended: AbortSignalLike) => PromiseLike<EnrolmentEvent | undefined>,
): EnrolmentEvents =>
  new Observable((subscriber) => {
    const { signal, cancel } = createCancellation()
    work(signal).then(
      (event) => {
        if (event !== undefined) subscriber.next(event)
        subscriber.complete()
      },
      (error: unknown) => subscriber.error(error),
    )
    return cancel
  })

/** The method that a lock says that it has. */
export const methodOf = (
  type: EnrolledMethod['type'],
  userId: string,
  { unlockSn, id, name, isAssigned = true }: EventAt<'done'>,
): EnrolledMethod => ({
  type,
  userId,
  ...(unlockSn !== undefined && { unlockSn }),
  ...(id !== undefined && { id }),
  ...(name !== undefined && { name }),
  isAssigned,
})

/** What else the lock does is none of this enrolment: other kinds, other users. */
export const onlyOf = (
  source: EnrolmentEvents,
  type: EnrolledMethod['type'],
  lockUserId?: number,
): EnrolmentEvents =>
  source.pipe(
    filter((event) => !isOther(type, event.type) && !isOther(lockUserId, event.lockUserId)),
  )

/** What one of the two does not say is no difference. */
export const isOther = <T>(ours: T | undefined, theirs: T | undefined): boolean =>
  ours !== undefined && theirs !== undefined && ours !== theirs
