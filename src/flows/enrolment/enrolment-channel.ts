import { Observable } from 'rxjs'
import { flatMap } from '../../core/rx/flat-map'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { createCancellation } from '../shared/cancellation'
import type { EnrolledMethod } from './enrol-request'
import type { EnrolmentEvent, EnrolmentEvents, EventAt } from './enrolment-event'
import type { MethodListed } from './enrolment-state'
import { isOther } from './event-filter'
import type { NewMethodFinder } from './new-method-finder'

/** One enrolment over one channel to the lock. Commands are sent on subscription. */
export interface EnrolmentChannel {
  readonly userId: string
  /** The events at the lock that can belong to this enrolment. */
  readonly events$: Observable<EnrolmentEvent | MethodListed>
  /** Events name neither kind nor user: an end may belong to the enrolment of another app. */
  readonly isAnonymous?: true
  /** An accepted start command means that the enrolment runs. */
  readonly runsWhenAccepted?: true
  /**
   * Sends the start command. Emits the event of the answer, completes if the command was accepted, fails if it was
   * refused. If the signal aborts before it was sent, it is not sent.
   */
  readonly start: (withdrawn: AbortSignalLike) => EnrolmentEvents
  /** Sends the stop command, with the same answers. */
  readonly stop$: EnrolmentEvents
  /** The method as the cloud lists it, for a channel whose reports do not contain that. */
  readonly asListed?: (method: EnrolledMethod) => Promise<EnrolledMethod>
  /** Absent if the panel cannot list the methods. */
  readonly newMethods?: NewMethodFinder | undefined
}

/** Reads what an enrolment needs before its start; nothing has happened at the lock then. */
export type OpenChannel = (signal: AbortSignalLike) => Promise<EnrolmentChannel>

/** A call as a source of events; unsubscribing aborts its signal. */
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

/** The method that the lock reported as stored. */
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

/** The events of one kind and one user. */
export const ownEvents = (
  source: EnrolmentEvents,
  type: EnrolledMethod['type'],
  lockUserId?: number,
): EnrolmentEvents =>
  flatMap(
    source,
    () => (event) =>
      isOther(type, event.type) || isOther(lockUserId, event.lockUserId) ? [] : [event],
  )
