import { LockError } from '../../core/errors/lock-error'
import type { SdkError } from '../../core/errors/sdk-error'
import { isCertainlyNotExecuted } from '../../core/pipeline/may-retry'
import { linkFailure } from '../shared/link-failure'
import type { EnrolmentReason } from './enrolment-event'

export const origin = { action: 'enrolment.enrol' }

const advice: Readonly<Record<EnrolmentReason, string>> = {
  'timed-out': 'The person at the door did not respond in time; start again.',
  failed: 'The lock did not store the method; start again.',
  duplicate: 'The lock already has this method; use another one.',
  full: 'The lock cannot store more of this kind; remove one first.',
  'invalid-password': 'The lock accepts only digits.',
  'wrong-length': 'The lock requires another password length.',
  'type-not-supported': 'The lock does not support this kind.',
  'fingerprint-running': 'The lock is enrolling a fingerprint; wait until that has ended.',
  'card-running': 'The lock is enrolling a card; wait until that has ended.',
  'face-running': 'The lock is enrolling a face; wait until that has ended.',
  'too-simple': 'The password is too simple; use another one.',
  'wrong-number': 'The lock does not have the number of the user; read the users again.',
  busy: 'Another enrolment runs at this lock; wait for it, or cancel it.',
  cancelled: 'It was stopped at the lock or in another app.',
  offline: 'Bring the lock online and try again.',
  'not-saved': 'The lock stored it but the cloud did not; synchronise the methods.',
}

export const lockError = (reason: EnrolmentReason): LockError<EnrolmentReason> =>
  new LockError(origin, reason, advice[reason])

/** Replaces the error of a host or an app's own function, whose message may quote a password. */
export const sdkErrorOf = (error: unknown, delivery: 'not-sent' | 'unknown'): SdkError =>
  linkFailure(error, origin, delivery)

/** True if the start command may have executed, or may still execute. */
export const isUncertain = (error: SdkError): boolean =>
  error.kind === 'outcome-unknown' ||
  ((error as { readonly delivery?: unknown }).delivery === 'unknown' &&
    !isCertainlyNotExecuted(error))
