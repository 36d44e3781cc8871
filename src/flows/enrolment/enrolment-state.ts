import type { LockError } from '../../core/errors/lock-error'
import type { OutcomeCandidate } from '../../core/errors/outcome-unknown-error'
import type { SdkError } from '../../core/errors/sdk-error'
import type { EnrolledMethod, EnrolmentStep } from './enrol-request'
import type { EnrolmentEvent, EnrolmentReason } from './enrolment-event'

/** The lists show a new method of the user; they do not show which enrolment added it. */
export interface MethodListed {
  readonly step: 'listed'
  readonly method: EnrolledMethod
}

/** Why the lists are read. */
export type ListsPurpose =
  /** The cloud reported the end; the lists may lag, so they are read `readsLeft` more times. */
  | { readonly kind: 'after-end'; readonly readsLeft: number }
  /** The lock reported the method without its number. */
  | { readonly kind: 'details'; readonly method: EnrolledMethod }
  /** The cloud reported the end while the flow stops the lock. */
  | { readonly kind: 'while-stopping' }
  /** The lock was stopped; the method may be stored, unless the enrolment was still running. */
  | { readonly kind: 'after-stop'; readonly isKnown: boolean; readonly wasRunning?: boolean }

/** The input of the reducer. */
export type EnrolmentMessage =
  | EnrolmentEvent
  | MethodListed
  | { readonly step: 'start' }
  /** The start command was accepted. */
  | { readonly step: 'accepted' }
  /** The start command failed. */
  | { readonly step: 'refused'; readonly error: SdkError }
  /** No further reports of the lock will arrive. */
  | { readonly step: 'stream-ended'; readonly error: SdkError }
  | { readonly step: 'timed-out'; readonly waitId: number }
  | {
      readonly step: 'lists-read'
      readonly purpose: ListsPurpose
      readonly method?: EnrolledMethod | undefined
      /** All new methods of the kind. */
      readonly candidates?: readonly OutcomeCandidate[]
      readonly error?: SdkError
    }
  /** The caller cancelled the attempt. */
  | { readonly step: 'cancel' }
  /** The messages that were queued before the stop have been reduced. */
  | { readonly step: 'queue-drained' }
  /** `isKnown`: the answer proves that no enrolment runs any more. */
  | { readonly step: 'stop-answered'; readonly isStopped: boolean; readonly isKnown: boolean }

/** What the runner has to do, in this order. */
export type EnrolmentEffect =
  | { readonly type: 'report'; readonly step: EnrolmentStep }
  | { readonly type: 'send-start' }
  /** The start command must not be sent any more. */
  | { readonly type: 'withdraw-start' }
  | { readonly type: 'send-stop' }
  /** Replaces the running timer; its end is a `timed-out` message with the same id. */
  | { readonly type: 'wait'; readonly waitId: number; readonly delayMs: number }
  /** Answered by `lists-read`, before any queued message. */
  | { readonly type: 'read-lists'; readonly mayAssign: boolean; readonly purpose: ListsPurpose }
  /** Answered by `queue-drained`, after the queued messages. */
  | { readonly type: 'drain-queue' }

/** What is known of an enrolment after its start command was sent. */
interface Progress {
  readonly isCancelled: boolean
  readonly isAnswered: boolean
  readonly isAccepted: boolean
  /** The lock or the cloud reported the start. */
  readonly isStartReported: boolean
  /** A step was reported to the caller. */
  readonly hasReported: boolean
  readonly done: number
  readonly total?: number | undefined
  /** As named by the lock in reports of this enrolment. */
  readonly lockUserId?: number | undefined
  readonly unlockSn?: number | undefined
  /** The failure that left open whether the start command arrived. */
  readonly startError?: SdkError | undefined
  /** The lock's refusal before a reported start; a start that follows overrides it. */
  readonly refusal?: LockError<EnrolmentReason> | undefined
  /** Set after the cloud reported the end. */
  readonly readsLeft?: number | undefined
  readonly waitId: number
  readonly waitMs: number
}

/** `sent`: the start command was sent. `running`: this enrolment certainly runs at the lock. */
export type ActiveState = Progress & { readonly phase: 'sent' | 'running' }

export type StoppingState = Progress & {
  readonly phase: 'stopping'
  readonly isRunning: boolean
  readonly stage: 'draining' | 'awaiting-answer' | 'stop-sent'
  /** How the attempt ends after the stop: with this failure, or with a method that only the lists show. */
  readonly cause: SdkError | MethodListed
}

type EndedState = {
  readonly phase: 'ended'
  readonly outcome: EnrolledMethod | SdkError
}

export type EnrolmentState = { readonly phase: 'idle' } | ActiveState | StoppingState | EndedState

export interface Transition<S extends EnrolmentState = EnrolmentState> {
  readonly state: S
  readonly effects: readonly EnrolmentEffect[]
}

/** What does not change during an enrolment. */
export interface EnrolmentSetup {
  readonly type: EnrolledMethod['type']
  readonly userId: string
  /** Reports name neither kind nor user: an end may belong to the enrolment of another app. */
  readonly isAnonymous: boolean
  /** An accepted start command means that the enrolment runs. */
  readonly runsWhenAccepted: boolean
  /** Whether the lists showed a method of the kind with this number before the start; absent without lists. */
  readonly wasListed?: ((unlockSn: number) => boolean) | undefined
  /** The operation that lists the methods. */
  readonly check?: string | undefined
  /** Time limit for the start at the lock. */
  readonly reportTimeoutMs: number
  /** Time limit for one step of the person at the door. */
  readonly stepTimeoutMs: number
}

export const started: ActiveState = {
  phase: 'sent',
  isCancelled: false,
  isAnswered: false,
  isAccepted: false,
  isStartReported: false,
  hasReported: false,
  done: 0,
  waitId: 0,
  waitMs: 0,
}

/** Starts a new wait, which replaces the previous one. */
export const waitFor = <S extends ActiveState | StoppingState>(
  state: S,
  delayMs: number,
  ...effects: readonly EnrolmentEffect[]
): Transition<S> => {
  const waitId = state.waitId + 1
  return transition(
    { ...state, waitId, waitMs: delayMs },
    { type: 'wait', waitId, delayMs },
    ...effects,
  )
}

export const endWith = (outcome: EnrolledMethod | SdkError): Transition =>
  transition({ phase: 'ended', outcome })

export const transition = <S extends EnrolmentState>(
  state: S,
  ...effects: readonly EnrolmentEffect[]
): Transition<S> => ({ state, effects })
