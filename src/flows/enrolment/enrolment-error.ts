import { LockError } from '../../core/errors/lock-error'
import type { SdkError } from '../../core/errors/sdk-error'
import { isCertainlyNotExecuted } from '../../core/pipeline/may-retry'
import { linkFailure } from '../shared/link-failure'
import type { EnrolmentReason } from './enrolment-event'

export const origin = { action: 'enrolment.enrol' }

const advice: Readonly<Record<EnrolmentReason, string>> = {
  'timed-out': 'Nobody at the door gave the lock what it waited for; start again.',
  failed: 'The lock took nothing in; start again.',
  duplicate: 'The lock has the same already; take another.',
  full: 'The lock has no room for more of the kind; remove one first.',
  'invalid-password': 'The lock takes digits alone.',
  'wrong-length': 'The lock takes passwords of another length.',
  'type-not-supported': 'The lock does not read this kind.',
  'fingerprint-running': 'The lock takes in a fingerprint now; wait until that is over.',
  'card-running': 'The lock takes in a card now; wait until that is over.',
  'face-running': 'The lock takes in a face now; wait until that is over.',
  'too-simple': 'The lock finds the password too simple; take another.',
  'wrong-number': 'The lock does not know the number of the user; read the users again.',
  busy: 'Another enrolment runs at this lock; wait until it is over, or cancel it.',
  cancelled: 'Somebody else stopped it, at the lock or in another app.',
  offline: 'Wake the lock or bring it online first.',
  'not-saved': 'The lock has it and the cloud does not know of it; synchronise the methods.',
}

export const lockError = (reason: EnrolmentReason): LockError<EnrolmentReason> =>
  new LockError(origin, reason, advice[reason])

/** What a host or an app's own function failed with, without its words: they may quote a password. */
export const sdkErrorOf = (error: unknown, delivery: 'not-sent' | 'unknown'): SdkError =>
  linkFailure(error, origin, delivery)

/** It says itself that the order may have been carried out, or be carried out still; a refusal left, and was not. */
export const isOpenEnded = (error: SdkError): boolean =>
  error.kind === 'outcome-unknown' ||
  ((error as { readonly delivery?: unknown }).delivery === 'unknown' &&
    !isCertainlyNotExecuted(error))
