import type { EnrolmentEvent } from '../flows/enrolment/enrolment-event'
import type { DoorValues } from '../flows/live/door-state'
import type { LockRecord } from '../flows/records/lock-record'
import type { DoorRequest } from '../flows/remote-unlock/requests'
import type { TemporaryPasswordFailure } from '../flows/temporary-passwords/temporary-password'
import { describeDoor, type ValueOf } from './describe-door'
import { describeError, type Message, messageOf } from './describe-error'
import { describeEvent, describeStep } from './describe-progress'
import { describeRecord } from './describe-record'
import type { WordGroups } from './groups'
import type { AttemptState, Locale } from './locale'
import {
  type EnrolmentFailureReason,
  type LockReasons,
  problemOfReason,
  type Refusal,
} from './problem-of-reason'
import { wordIn } from './word-in'

/** Gives the word of one value; a general word for a value that this version does not know. */
type GroupWords = {
  readonly [Name in keyof WordGroups]: (
    value: WordGroups[Name] | (string & {}) | undefined,
  ) => string
}

/** The words for everything that the flows of a lock report. */
export interface Words extends GroupWords {
  /** What happened and what to do, for a person at the door; anything that was thrown has words. */
  readonly error: (error: unknown) => Message
  /** Why `mayUnlock` does not allow an unlock. */
  readonly refusal: (why: Refusal) => Message
  /** The reason of a failed enrolment. */
  readonly enrolmentFailure: (reason: EnrolmentFailureReason) => Message
  /** Why a lock did not store a temporary password. */
  readonly passwordFailure: (failure: TemporaryPasswordFailure) => Message
  /** A value of `state$` of an attempt. */
  readonly attemptStep: (state: AttemptState) => string
  /** An event of an enrolment. */
  readonly enrolment: (event: EnrolmentEvent) => string
  /** A request at the door. */
  readonly request: (request: DoorRequest) => string
  /** Who, how and what, in one line without the time. */
  readonly record: (record: LockRecord) => string
  /** A value of the door's state; `undefined` is unknown. */
  readonly door: <Name extends keyof DoorValues>(
    name: Name,
    reading: ValueOf<Name> | undefined,
  ) => string
}

/**
 * The words of a language: `en`, `zh`, or an app's own `Locale`.
 *
 * @example
 * ```ts
 * const words = wordsFor(zh)
 * const error = await panel.apiRequest('device.status', { device_id: 'unknown' }).catch((reason) => reason)
 * const { title, advice } = words.error(error)
 * ```
 */
export const wordsFor = (locale: Locale): Words => {
  const reasonOf =
    (flow: keyof LockReasons) =>
    (reason: string): Message =>
      messageOf(locale, problemOfReason(flow, reason))
  return {
    ...groupsOf(locale),
    error: (error) => describeError(locale, error),
    refusal: reasonOf('remoteUnlock'),
    enrolmentFailure: reasonOf('enrolment'),
    passwordFailure: reasonOf('temporaryPasswords'),
    attemptStep: (state) => describeStep(locale, state),
    enrolment: (event) => describeEvent(locale, event),
    request: (request) => (request.asks ? locale.request(request.secondsLeft) : locale.noRequest),
    record: (record) => describeRecord(locale, record),
    door: (name, reading) => describeDoor(locale, name, reading),
  }
}

const groupsOf = ({ groups }: Locale): GroupWords => {
  const words: Partial<Record<keyof WordGroups, (value: unknown) => string>> = {}
  for (const name of Object.keys(groups) as (keyof WordGroups)[])
    words[name] = (value) => wordIn(groups[name], value)
  return words as GroupWords
}
