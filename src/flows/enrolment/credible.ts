import type { Course } from './course'
import type { EnrolledMethod } from './enrol-request'
import type { EnrolmentEvent, EventAt } from './enrolment-event'
import { type EnrolmentWay, isOther } from './enrolment-way'

type Believe<Event> = (event: Event) => boolean

/** Another enrolment of this kind or of another runs: a lock that has begun ours says so to somebody else. */
export const saysRunning = (reason: string): boolean => reason.endsWith('-running')

/**
 * Whether an event can be of this enrolment. Reports of an earlier one come again, a queue delivers what is old, and
 * somebody else may enrol the same kind for the same user: only what follows the start of this one is its own.
 */
export const createBelief = (
  type: EnrolledMethod['type'],
  { newcomers }: EnrolmentWay,
  course: Course,
): Believe<EnrolmentEvent> => {
  const beliefs: {
    readonly [Step in EnrolmentEvent['step']]: Believe<EventAt<Step>>
  } = {
    started: () => true,
    enrolling: () => course.hasBegun,
    ended: () => course.hasBegun,
    // A password has no start; a number that the lists did not show is that of a new one.
    done: ({ unlockSn }) =>
      unlockSn === undefined || newcomers === undefined
        ? course.hasBegun
        : (course.hasBegun || type === 'password') && !newcomers.wasListed(unlockSn),
    cancelled: () => course.isHeard || course.isStopping,
    failed: ({ reason }) => !(course.hasBegun && saysRunning(reason)),
  }
  return (event) => {
    if (isOther(course.lockUserId, event.lockUserId) || isOther(course.unlockSn, event.unlockSn))
      return false
    const isOurs = (beliefs[event.step] as Believe<EnrolmentEvent>)(event)
    if (isOurs && course.hasBegun) {
      const { lockUserId, unlockSn } = event
      if (lockUserId !== undefined) course.lockUserId = lockUserId
      if (unlockSn !== undefined) course.unlockSn = unlockSn
    }
    return isOurs
  }
}
