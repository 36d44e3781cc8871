import { Observable } from 'rxjs'
import { listen } from '../../core/transport/host-calls'
import type { LockSdkEventsLike } from '../shared/lock-sdk-like'
import { kindNamed } from '../shared/method-kinds'
import type { EnrolmentEvent, EnrolmentEvents, EnrolmentReason } from './enrolment-event'

/**
 * The enrolment events of `@ray-js/lock-sdk`, each with kind and user; the last one has the record in the cloud instead.
 * Unsubscribing removes its listener.
 *
 * @example
 * ```ts
 * const events$ = enrolmentEventsOfLockSdk(simulator.asLockSdk())
 * events$.subscribe(({ step }) => step).unsubscribe()
 * ```
 */
export const enrolmentEventsOfLockSdk = (sdk: LockSdkEventsLike): EnrolmentEvents =>
  new Observable((subscriber) => {
    const listener = (message: unknown) => {
      const event = eventOf(message)
      if (event !== undefined) subscriber.next(event)
    }
    return listen(
      subscriber,
      () => sdk.onAddUnlockMethod(listener),
      () => sdk.offAddUnlockMethod(listener),
    )
  })

const eventOf = (message: unknown): EnrolmentEvent | undefined => {
  const {
    type: name,
    stage,
    lockUserId,
    step,
    total,
    id,
    name: methodName,
    error,
  } = fieldsOf(message)
  const type = kindNamed('sdk', name)
  if (type === undefined) return undefined
  const owner = { type, ...(typeof lockUserId === 'number' && { lockUserId }) }
  if (stage === 'step' && typeof step === 'number')
    return {
      ...owner,
      step: 'enrolling',
      done: step,
      ...(typeof total === 'number' && { total }),
    }
  if (stage === 'success')
    return {
      ...owner,
      step: 'done',
      ...((typeof id === 'number' || typeof id === 'string') && { id: String(id) }),
      ...(typeof methodName === 'string' && { name: methodName }),
    }
  if (stage !== 'fail') return undefined
  return { ...owner, step: 'failed', reason: reasonOfSdk(fieldsOf(error).errorCode) ?? 'failed' }
}

type Fields = Readonly<Record<string, unknown>>

/** The fields of any value of a host. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}

/** The lock reports 1015 to 1026; the other codes come from the app and the cloud. */
const reasons: Readonly<Record<number, EnrolmentReason | 'no-answer'>> = {
  1001: 'offline',
  1002: 'no-answer',
  1014: 'type-not-supported',
  1015: 'timed-out',
  1016: 'failed',
  1017: 'duplicate',
  1018: 'full',
  1019: 'invalid-password',
  1020: 'wrong-length',
  1021: 'type-not-supported',
  1022: 'fingerprint-running',
  1023: 'card-running',
  1024: 'face-running',
  1025: 'too-simple',
  1026: 'wrong-number',
  1027: 'failed',
  1030: 'invalid-password',
  1037: 'duplicate',
  1041: 'duplicate',
  1042: 'failed',
  1052: 'busy',
  1053: 'not-saved',
  1054: 'invalid-password',
}

/** The reason of a code of `@ray-js/lock-sdk`; `undefined` for a code that is not about the enrolment. */
export const reasonOfSdk = (code: unknown): EnrolmentReason | 'no-answer' | undefined =>
  reasons[Number(code)]
