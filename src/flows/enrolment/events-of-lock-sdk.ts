import { Observable } from 'rxjs'
import type { LockSdkEventsLike } from '../shared/lock-sdk-like'
import type { EnrolmentEvent, EnrolmentEvents } from './enrolment-event'
import { reasonOfSdk } from './lock-sdk-reasons'
import { typeNamed } from './method-names'

/**
 * The steps of enrolments as `@ray-js/lock-sdk` tells them: kind and user with each, but for the last, which names the
 * record in the cloud. Takes its own listener away again.
 */
export const enrolmentEventsOfLockSdk = (sdk: LockSdkEventsLike): EnrolmentEvents =>
  new Observable((subscriber) => {
    const listener = (told: unknown) => {
      const event = eventOf(told)
      if (event !== undefined) subscriber.next(event)
    }
    sdk.onAddUnlockMethod(listener)
    return () => {
      try {
        sdk.offAddUnlockMethod(listener)
      } catch {
        // Whoever has left hears nothing more, and a host's words may be anything.
      }
    }
  })

const eventOf = (told: unknown): EnrolmentEvent | undefined => {
  const { type: name, stage, lockUserId, step, total, id, name: given, error } = fieldsOf(told)
  const type = typeNamed('sdk', name)
  if (type === undefined) return undefined
  const whose = { type, ...(typeof lockUserId === 'number' && { lockUserId }) }
  if (stage === 'step' && typeof step === 'number')
    return {
      ...whose,
      step: 'enrolling',
      done: step,
      ...(typeof total === 'number' && { total }),
    }
  if (stage === 'success')
    return {
      ...whose,
      step: 'done',
      ...((typeof id === 'number' || typeof id === 'string') && { id: String(id) }),
      ...(typeof given === 'string' && { name: given }),
    }
  if (stage !== 'fail') return undefined
  return { ...whose, step: 'failed', reason: reasonOfSdk(fieldsOf(error).errorCode) ?? 'failed' }
}

type Fields = Readonly<Record<string, unknown>>

/** Of whatever a host hands over. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}
