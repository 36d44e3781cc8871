import { Observable } from 'rxjs'
import type { LockType } from '../../core/action'
import type { CallOptions } from '../../core/pipeline/call'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { throwIfCancelled } from '../shared/attempt'
import type { LockContext } from '../shared/lock-context'
import { type EncryptedPassword, withEncryptedPassword } from '../shared/with-encrypted-password'
import type { TicketUse } from '../shared/with-ticket'
import type { EnrolRequest } from './enrol-request'
import { lockError, origin } from './enrolment-error'
import type { EnrolmentEvents } from './enrolment-event'
import { type EnrolmentWay, eventsOf } from './enrolment-way'
import { eventsOfNewcomers } from './events-of-newcomers'
import { enrolmentEventsOfPushes } from './events-of-pushes'
import type { LockMemory } from './lock-memory'
import { namesOf } from './method-names'
import { type Newcomers, newcomersOf } from './newcomers'

export const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'
const CANCEL = 'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel'
/** A late cancellation could stop a newer enrolment: it names none. So it is tried no longer than the flow waits for it. */
const AT_ONCE = { deadlineMs: 4_000 }

/** The route starts it; the pushes tell the steps, and the lists what came of it. */
export const overCloud = async (
  lock: LockContext,
  request: EnrolRequest,
  memory: LockMemory,
  signal: AbortSignalLike,
): Promise<EnrolmentWay> => {
  const { type, user: userId } = request
  const userKind = userKindOf(request, lock.options.type)
  const newcomers = await newcomersOf(lock, { type, userId, userKind }, signal)
  let hasLeft = false
  const leave = () => {
    hasLeft = true
  }
  return {
    userId,
    events$: eventsAt(lock, memory, newcomers),
    answerMeansStarted: true,
    start$: eventsOf(async (given) => {
      // What waits for a ticket is given up; what left is not recalled.
      const isTaken = await order(lock, request, { userKind, signal: given, leave })
      if (!isTaken) throw lockError('failed')
      return undefined
    }, signal),
    stop$: eventsOf(async (confirmed) => {
      // What runs there, if anything, is somebody else's.
      if (!hasLeft) return { step: 'cancelled' }
      const isStopped = await lock.call(
        CANCEL,
        // The table leaves the face out; a cloud that does not know it says so.
        { device_id: lock.deviceId, unlock_type: routeOf(request) },
        { ...AT_ONCE, signal: confirmed },
      )
      return isStopped ? { step: 'cancelled' } : { step: 'failed', reason: 'wrong-number' }
    }),
    newcomers,
  }
}

const routeOf = ({ type }: EnrolRequest) => namesOf(type).route ?? 'fingerprint'

interface Order {
  readonly userKind: 1 | 2
  readonly signal: AbortSignalLike
  /** Called when the order itself leaves. */
  readonly leave: () => void
}

const order = (
  lock: LockContext,
  request: EnrolRequest,
  { userKind, signal, leave }: Order,
): Promise<boolean> => {
  const send = (sealed: Partial<EncryptedPassword> = {}, { deadlineMs }: CallOptions = {}) => {
    leave()
    const params = {
      device_id: lock.deviceId,
      user_id: request.user,
      user_type: userKind,
      unlock_type: routeOf(request),
      ...sealed,
    }
    return lock.call(ENTRY, params, deadlineMs === undefined ? {} : { deadlineMs })
  }
  if (request.password === undefined) return send()
  /** Whoever cancels here has cancelled an order that never left. */
  const before: TicketUse['before'] = async (work) => {
    try {
      return await work({ signal })
    } finally {
      throwIfCancelled(signal, origin)
    }
  }
  return withEncryptedPassword({ context: lock, origin, before })(request.password, send)
}

/** Pushes of access control are not documented, and without a queue there are none: then the lists are watched. */
const eventsAt = (
  { options, deviceId, clock }: LockContext,
  memory: LockMemory,
  newcomers: Newcomers,
): EnrolmentEvents => {
  const { pushes$, type } = options
  if (pushes$ === undefined) return eventsOfNewcomers(newcomers, clock)
  const sinceMs = memory.lastPushMs
  const pushed$ = enrolmentEventsOfPushes(pushes$, {
    deviceId,
    // A queue delivers again what it delivered before: the end of an earlier enrolment is not the end of this one.
    isOld: (ts) => {
      memory.lastPushMs = Math.max(memory.lastPushMs, ts)
      return ts <= sinceMs
    },
  })
  return type === 'access-control' ? both(pushed$, eventsOfNewcomers(newcomers, clock)) : pushed$
}

const both = (one: EnrolmentEvents, other: EnrolmentEvents): EnrolmentEvents =>
  new Observable((subscriber) => {
    const error = (failure: unknown) => subscriber.error(failure)
    const next: typeof subscriber.next = (event) => subscriber.next(event)
    subscriber.add(one.subscribe({ next, error }))
    subscriber.add(other.subscribe({ next, error }))
  })

/** "Select this type for a Wi-Fi lock"; keep-alive and video locks know users of the home alone (document 003). */
const userKindOf = ({ isHomeUser }: EnrolRequest, type: LockType): 1 | 2 =>
  (isHomeUser ?? (type !== 'wifi' && type !== 'wifi-standard')) ? 1 : 2
