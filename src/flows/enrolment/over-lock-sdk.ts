import { Observable } from 'rxjs'
import { TimeoutError } from '../../core/errors/timeout-error'
import { TransportError } from '../../core/errors/transport-error'
import { VendorError } from '../../core/errors/vendor-error'
import type { LockSdkLike } from '../shared/lock-sdk-like'
import type { EnrolRequest } from './enrol-request'
import { type EnrolmentChannel, eventsOf, ownEvents } from './enrolment-channel'
import { lockError, origin } from './enrolment-error'
import type { EnrolmentEvent, EnrolmentEvents } from './enrolment-event'
import { enrolmentEventsOfLockSdk, fieldsOf, reasonOfSdk } from './events-of-lock-sdk'

/** lock-sdk starts the enrolment, reports the steps and stores the method in the cloud. */
export const overLockSdk = (
  request: EnrolRequest,
  sdk: LockSdkLike,
  type: string,
  stepTimeoutMs: number,
): EnrolmentChannel => {
  const { user: userId, password, name = '' } = request
  const enrolment = { type, userId, timeout: stepTimeoutMs }
  const callSdk = (call: () => PromiseLike<unknown>, read: (answer: unknown) => EnrolmentEvent) =>
    eventsOf(async () => {
      try {
        return read(await call())
      } catch (failure) {
        throw errorOf(failure, stepTimeoutMs, password)
      }
    })
  return {
    userId,
    events$:
      password === undefined
        ? ownEvents(enrolmentEventsOfLockSdk(sdk), request.type, request.lockUserId)
        : noEvents,
    start: () =>
      password === undefined
        ? callSdk(() => sdk.startAddUnlockMethod(enrolment), startedOf)
        : callSdk(() => sdk.addPassword({ userId, name, password }), addedOf),
    stop$: callSdk(() => sdk.cancelAddUnlockMethod(enrolment), stoppedOf),
  }
}

/** A password has no steps; the answer contains the result. */
const noEvents: EnrolmentEvents = /*#__PURE__*/ new Observable(() => {})

const startedOf = (answer: unknown): EnrolmentEvent => {
  const { total } = fieldsOf(answer)
  return { step: 'started', ...(typeof total === 'number' && { total }) }
}

const addedOf = (answer: unknown): EnrolmentEvent => {
  const { opModeId, unlockName } = fieldsOf(answer)
  return {
    step: 'done',
    ...(opModeId !== undefined && { id: String(opModeId) }),
    ...(typeof unlockName === 'string' && { name: unlockName }),
  }
}

/** The answer is `true` in some versions, and undefined in others. */
const stoppedOf = (answer: unknown): EnrolmentEvent =>
  answer === false ? { step: 'failed', reason: 'wrong-number' } : { step: 'cancelled' }

const errorOf = (failure: unknown, afterMs: number, password = '') => {
  const { errorCode, errorMsg } = fieldsOf(failure)
  const reason = reasonOfSdk(errorCode)
  if (reason === 'no-answer') return new TimeoutError(origin, afterMs, 'unknown')
  if (reason !== undefined) return lockError(reason)
  if (typeof errorCode !== 'number')
    return new TransportError(origin, { delivery: 'unknown', reason: 'lock-sdk failed' })
  return new VendorError(origin, {
    code: errorCode,
    message: typeof errorMsg === 'string' ? errorMsg : '',
    meaning: {
      meaning: 'lock-sdk refused',
      class: 'permanent',
      advice: 'See the list of its codes.',
    },
    secrets: password === '' ? [] : [password],
  })
}
