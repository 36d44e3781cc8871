import type { LockType } from '../../core/action'
import { isSdkError } from '../../core/errors/sdk-error'
import type { CallOptions } from '../../core/pipeline/call'
import { isCertainlyNotExecuted } from '../../core/pipeline/may-retry'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { throwIfCancelled } from '../shared/attempt'
import { cancellationWithin } from '../shared/cancellation'
import type { LockContext } from '../shared/lock-context'
import { type EncryptedPassword, withEncryptedPassword } from '../shared/with-encrypted-password'
import type { TicketUse } from '../shared/with-ticket'
import type { EnrolRequest } from './enrol-request'
import { lockError, origin } from './enrolment-error'
import { type EnrolmentWay, eventsOf } from './enrolment-way'
import { eventsOfCloud } from './events-of-cloud'
import type { LockMemory } from './lock-memory'
import { namesOf } from './method-names'
import { newcomersOf } from './newcomers'
import { sendPatiently } from './send-patiently'

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
  const onWay = (isOnWay: boolean) => {
    hasLeft = isOnWay
  }
  return {
    userId,
    events$: eventsOfCloud(lock, memory, newcomers),
    namesNobody: true,
    answerMeansStarted: true,
    start: (givenUp) =>
      eventsOf(async (ended) => {
        const isTaken = await order(lock, request, { userKind, givenUp, ended, onWay })
        if (!isTaken) throw lockError('failed')
        return undefined
      }),
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
  /** What waits is given up; what left is not recalled: its answer tells whether there is something to stop. */
  readonly givenUp: AbortSignalLike
  /** The enrolment is over: nothing leaves any more. */
  readonly ended: AbortSignalLike
  /** Told when the order itself leaves, and when it was refused. */
  readonly onWay: (isOnWay: boolean) => void
}

const order = (
  lock: LockContext,
  request: EnrolRequest,
  { userKind, givenUp, ended, onWay }: Order,
): Promise<boolean> => {
  const { signal, cancel } = cancellationWithin(givenUp)
  ended.addEventListener('abort', cancel)
  const send = async (sealed: Partial<EncryptedPassword>, options: CallOptions) => {
    onWay(true)
    const params = {
      device_id: lock.deviceId,
      user_id: request.user,
      user_type: userKind,
      unlock_type: routeOf(request),
      ...sealed,
    }
    try {
      return await lock.call(ENTRY, params, { ...options, signal: ended })
    } catch (error) {
      onWay(!(isSdkError(error) && isCertainlyNotExecuted(error)))
      throw error
    }
  }
  if (request.password === undefined)
    return sendPatiently(() => send({}, { retry: false }), lock.clock, signal)
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

/** "Select this type for a Wi-Fi lock"; keep-alive and video locks know users of the home alone (document 003). */
const userKindOf = ({ isHomeUser }: EnrolRequest, type: LockType): 1 | 2 =>
  (isHomeUser ?? (type !== 'wifi' && type !== 'wifi-standard')) ? 1 : 2
