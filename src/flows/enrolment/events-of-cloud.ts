import { Observable } from 'rxjs'
import type { LockContext } from '../shared/lock-context'
import type { Listed } from './course'
import type { EnrolmentEvent } from './enrolment-event'
import type { EnrolmentWay } from './enrolment-way'
import { eventsOfNewcomers } from './events-of-newcomers'
import { enrolmentEventsOfPushes } from './events-of-pushes'
import type { LockMemory } from './lock-memory'
import type { Newcomers } from './newcomers'

/** Pushes of access control are not documented, and without a queue there are none: then the lists are watched. */
export const eventsOfCloud = (
  { options, deviceId, clock }: LockContext,
  memory: LockMemory,
  newcomers: Newcomers,
): EnrolmentWay['events$'] => {
  const { pushes$, type } = options
  if (pushes$ === undefined) return eventsOfNewcomers(newcomers, clock)
  const sinceMs = memory.lastPushMs
  let startedMs = 0
  const pushed$ = enrolmentEventsOfPushes(pushes$, {
    deviceId,
    // A queue delivers again what it delivered before, and what it delivered to nobody: the end of an earlier enrolment
    // is not the end of this one.
    isOld: (ts, isStart) => {
      memory.lastPushMs = Math.max(memory.lastPushMs, ts)
      const isOld = ts <= sinceMs || ts < startedMs
      if (isStart && !isOld) startedMs = ts
      return isOld
    },
  })
  return type === 'access-control' ? both(pushed$, eventsOfNewcomers(newcomers, clock)) : pushed$
}

const both = (one: EnrolmentWay['events$'], other: EnrolmentWay['events$']) =>
  new Observable<EnrolmentEvent | Listed>((subscriber) => {
    const error = (failure: unknown) => subscriber.error(failure)
    const next: typeof subscriber.next = (event) => subscriber.next(event)
    subscriber.add(one.subscribe({ next, error }))
    subscriber.add(other.subscribe({ next, error }))
  })
