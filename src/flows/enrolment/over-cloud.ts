import { Observable } from 'rxjs'
import type { LockType } from '../../core/action'
import { isSdkError } from '../../core/errors/sdk-error'
import type { CallOptions } from '../../core/pipeline/call'
import { isCertainlyNotExecuted } from '../../core/pipeline/may-retry'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { throwIfCancelled } from '../shared/attempt'
import { cancellationWithin } from '../shared/cancellation'
import type { LockContext } from '../shared/lock-context'
import { namesOf } from '../shared/method-kinds'
import {
  cipherOf,
  type EncryptedPassword,
  type TicketOptions,
  withTicket,
} from '../shared/with-ticket'
import { ENTRY } from './channels'
import type { EnrolRequest } from './enrol-request'
import type { LockMemory } from './enrolment'
import { type EnrolmentChannel, eventsOf } from './enrolment-channel'
import { lockError, origin } from './enrolment-error'
import { enrolmentEventsOfPushes } from './events-of-pushes'
import { createNewMethodFinder, type NewMethodFinder } from './new-method-finder'
import { pollNewMethods } from './poll-new-methods'
import { sendWithRetry } from './send-with-retry'

const CANCEL = 'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel'
/** A late stop command could stop a newer enrolment, because it names none; so it ends with the wait of the flow. */
const STOP_LIMITS = { deadlineMs: 4_000 }

/** The route starts the enrolment; push messages report the steps, and the lists show the result. */
export const overCloud = async (
  lock: LockContext,
  request: EnrolRequest,
  memory: LockMemory,
  signal: AbortSignalLike,
): Promise<EnrolmentChannel> => {
  const { type, user: userId } = request
  const userKind = userKindOf(request, lock.options.type)
  const owner = { type, userId, userKind }
  const newMethods = await createNewMethodFinder(lock, owner, signal, { ofOthers: true })
  let isSent = false
  const onSent = (sent: boolean) => {
    isSent = sent
  }
  return {
    userId,
    events$: eventsOfCloud(lock, memory, newMethods),
    isAnonymous: true,
    runsWhenAccepted: true,
    start: (withdrawn) =>
      eventsOf(async (ended) => {
        const isAccepted = await sendStart(lock, request, { userKind, withdrawn, ended, onSent })
        if (!isAccepted) throw lockError('failed')
        return undefined
      }),
    stop$: eventsOf(async (ended) => {
      // A running enrolment belongs to another app.
      if (!isSent) return { step: 'cancelled' }
      const isStopped = await lock.call(
        CANCEL,
        // The table omits the face; a cloud that does not support it refuses.
        { device_id: lock.deviceId, unlock_type: routeOf(request) },
        { ...STOP_LIMITS, signal: ended },
      )
      return isStopped ? { step: 'cancelled' } : { step: 'failed', reason: 'wrong-number' }
    }),
    newMethods,
  }
}

const routeOf = ({ type }: EnrolRequest) => namesOf(type).route ?? 'fingerprint'

interface StartControl {
  readonly userKind: 1 | 2
  /** A waiting command is not sent; a sent one is not aborted, because its answer shows whether a stop is needed. */
  readonly withdrawn: AbortSignalLike
  /** The enrolment has ended: nothing is sent any more. */
  readonly ended: AbortSignalLike
  /** Called with true when the command is sent, and with false if it was refused before execution. */
  readonly onSent: (isSent: boolean) => void
}

const sendStart = async (
  lock: LockContext,
  request: EnrolRequest,
  { userKind, withdrawn, ended, onSent }: StartControl,
): Promise<boolean> => {
  const { signal, cancel } = cancellationWithin(withdrawn)
  ended.addEventListener('abort', cancel)
  const send = async (encrypted: Partial<EncryptedPassword>, options: CallOptions) => {
    onSent(true)
    const params = {
      device_id: lock.deviceId,
      user_id: request.user,
      user_type: userKind,
      unlock_type: routeOf(request),
      ...encrypted,
    }
    try {
      return await lock.call(ENTRY, params, { ...options, signal: ended })
    } catch (error) {
      onSent(!(isSdkError(error) && isCertainlyNotExecuted(error)))
      throw error
    }
  }
  const { password } = request
  if (password === undefined)
    return sendWithRetry(() => send({}, { retry: false }), lock.clock, signal)
  /** A cancel during these steps is reported as `not-sent`. */
  const beforeCommand: TicketOptions['beforeCommand'] = async (work) => {
    try {
      return await work({ signal })
    } finally {
      throwIfCancelled(signal, origin)
    }
  }
  const cipher = cipherOf(lock, origin)
  return withTicket({ context: lock, origin, beforeCommand }, async (ticket) => {
    const encrypted = await ticket.encrypt(cipher, password)
    return ticket.send((options) => send(encrypted, options))
  })
}

/** "Select this type for a Wi-Fi lock"; keep-alive and video locks have only users of the home (document 003). */
const userKindOf = ({ isHomeUser }: EnrolRequest, type: LockType): 1 | 2 =>
  (isHomeUser ?? (type !== 'wifi' && type !== 'wifi-standard')) ? 1 : 2

/** Push messages of access control are not documented, and a panel has no message queue: then the lists are polled. */
const eventsOfCloud = (
  { options, deviceId, clock }: LockContext,
  memory: LockMemory,
  newMethods: NewMethodFinder,
): EnrolmentChannel['events$'] => {
  const { pushes$, type } = options
  if (pushes$ === undefined) return pollNewMethods(newMethods, clock)
  const sinceMs = memory.lastPushMs
  let startedMs = 0
  const pushed$ = enrolmentEventsOfPushes(pushes$, {
    deviceId,
    // A queue delivers messages again, also those of an earlier enrolment.
    isOld: (ts, isStart) => {
      memory.lastPushMs = Math.max(memory.lastPushMs, ts)
      const isOld = ts <= sinceMs || ts < startedMs
      if (isStart && !isOld) startedMs = ts
      return isOld
    },
  })
  return type === 'access-control' ? both(pushed$, pollNewMethods(newMethods, clock)) : pushed$
}

const both = (
  first: EnrolmentChannel['events$'],
  second: EnrolmentChannel['events$'],
): EnrolmentChannel['events$'] =>
  new Observable((subscriber) => {
    const error = (failure: unknown) => subscriber.error(failure)
    const next: typeof subscriber.next = (event) => subscriber.next(event)
    subscriber.add(first.subscribe({ next, error }))
    subscriber.add(second.subscribe({ next, error }))
  })
