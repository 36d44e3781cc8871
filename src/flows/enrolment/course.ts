import type { LockError } from '../../core/errors/lock-error'
import type { SdkError } from '../../core/errors/sdk-error'
import type { EnrolledMethod } from './enrol-request'
import type { EnrolmentEvent, EnrolmentReason } from './enrolment-event'

/** The lists show a method of the user that they did not show before; they do not say who began what. */
export interface Listed {
  readonly step: 'listed'
  readonly method: EnrolledMethod
}

/** What comes in while an enrolment runs: what the lock does, and what becomes of the orders. */
export type Mail =
  | EnrolmentEvent
  | Listed
  | { readonly step: 'accepted' }
  | { readonly step: 'refused'; readonly error: SdkError }
  /** Nothing more will be heard of the lock. */
  | { readonly step: 'lost'; readonly error: SdkError }
  /** Nothing came within that wait. */
  | { readonly step: 'overdue'; readonly wait: number }
  /** What became of the order to stop, as far as its answer tells. */
  | { readonly step: 'stop-answered'; readonly isStopped: boolean; readonly isKnown: boolean }

const events: readonly Mail['step'][] = [
  'started',
  'enrolling',
  'done',
  'ended',
  'cancelled',
  'failed',
]

export const isEvent = (mail: Mail): mail is EnrolmentEvent => events.includes(mail.step)

/** How far it has come. */
export interface Course {
  /** The order to begin was handed over. */
  isSent: boolean
  /** It was answered, one way or the other. */
  isAnswered: boolean
  /** It was taken. */
  isAccepted: boolean
  /** This enrolment runs: by the answer, or by a start that was told after the order had left. */
  hasBegun: boolean
  /** The start was told. */
  isHeard: boolean
  isStopping: boolean
  /** Why it is not known whether the order to begin arrived. */
  doubt?: SdkError
  /** Said before a start was told: the lock's refusal, unless a start still comes. */
  refusal?: LockError<EnrolmentReason>
  /** What ended it may have been another one: the order to stop tells. */
  isUnconfirmed: boolean
  /** The lists alone say that it is over. */
  isListed: boolean
  /** The cloud said that it is over: so many more looks at the lists. */
  looksLeft?: number
  done: number
  total?: number
  /** As the lock has named them since it began. */
  lockUserId?: number
  unlockSn?: number
}

export const createCourse = (): Course => ({
  isSent: false,
  isAnswered: false,
  isAccepted: false,
  hasBegun: false,
  isHeard: false,
  isStopping: false,
  isUnconfirmed: false,
  isListed: false,
  done: 0,
})
