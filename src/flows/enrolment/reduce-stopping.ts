import { CancelledError } from '../../core/errors/cancelled-error'
import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { SdkError } from '../../core/errors/sdk-error'
import type { EnrolledMethod } from './enrol-request'
import { methodOf } from './enrolment-channel'
import { isUncertain, origin } from './enrolment-error'
import {
  type ActiveState,
  type EnrolmentEffect,
  type EnrolmentMessage,
  type EnrolmentSetup,
  endWith,
  type MethodListed,
  type StoppingState,
  type Transition,
  transition,
  waitFor,
} from './enrolment-state'
import { isRunningElsewhere } from './event-filter'

/** Time limit for the lock's answer to the stop command. */
const STOP_WAIT_MS = 5_000

/** Stops the lock once, so that it does not store the finger of another person, and ends with `cause`. */
export const stopAfter = (state: ActiveState, cause: StoppingState['cause']): Transition =>
  transition(
    {
      ...state,
      phase: 'stopping',
      isRunning: state.phase === 'running',
      stage: 'draining',
      cause,
    },
    { type: 'withdraw-start' },
    { type: 'drain-queue' },
  )

/** How the stop ended. */
interface Stopped {
  /** The lock had stored the method before the stop. */
  readonly method?: EnrolledMethod
  /** The start command was not executed. */
  readonly isNotSent?: boolean
  /** The lock or the cloud confirmed that no enrolment runs. */
  readonly isKnown: boolean
  /** The lock or the cloud confirmed that it stopped a running enrolment, so that no listed method can be its result. */
  readonly wasRunning?: boolean
}

export const reduceStopping = (
  setup: EnrolmentSetup,
  state: StoppingState,
  message: EnrolmentMessage,
): Transition => {
  switch (message.step) {
    case 'cancel':
      return transition({ ...state, isCancelled: true })
    case 'queue-drained':
      return reduceDrained(setup, state)
    case 'accepted':
      return afterAnswer({
        ...state,
        isAnswered: true,
        isAccepted: true,
        isRunning: state.isRunning || setup.runsWhenAccepted,
      })
    case 'refused':
      return isUncertain(message.error)
        ? afterAnswer({ ...state, isAnswered: true })
        : finish(state, { isNotSent: true, isKnown: true })
    case 'started':
      return afterAnswer({ ...state, isStartReported: true, isRunning: true })
    case 'done':
      return finish(state, {
        method: methodOf(setup.type, setup.userId, message),
        isKnown: true,
      })
    case 'listed':
      return state.isRunning
        ? finish(state, { method: message.method, isKnown: true })
        : transition(state)
    case 'ended':
      return readLists(state, state.isAccepted, { kind: 'while-stopping' })
    case 'cancelled':
      return isEndCertain(setup, state)
        ? withReport(state, 'stopped', finish(state, { isKnown: true, wasRunning: true }))
        : transition(state)
    case 'failed':
      return isEndCertain(setup, state) ? finish(state, { isKnown: true }) : transition(state)
    case 'stop-answered': {
      const finished = finish(state, {
        isKnown: message.isKnown,
        wasRunning: message.isStopped,
      })
      return message.isStopped ? withReport(state, 'stopped', finished) : finished
    }
    case 'lists-read':
      return reduceLists(setup, state, message)
    case 'timed-out':
      return message.waitId === state.waitId ? reduceTimeout(state) : transition(state)
    default:
      return transition(state)
  }
}

const reduceDrained = (setup: EnrolmentSetup, before: StoppingState): Transition => {
  // An enrolment of another app must not be stopped.
  if (before.refusal !== undefined && isRunningElsewhere(before.refusal.reason))
    return finish(before, { isNotSent: true, isKnown: true })
  const wait = waitFor({ ...before, stage: 'awaiting-answer' }, setup.reportTimeoutMs)
  const next = afterAnswer(wait.state)
  return withReport(before, 'stopping', {
    ...next,
    effects: [...wait.effects, ...next.effects],
  })
}

/** A stop command that overtakes the start command stops nothing, so it waits for the answer. */
const afterAnswer = (state: StoppingState): Transition =>
  state.stage === 'awaiting-answer' && (state.isAnswered || state.isRunning)
    ? sendStop(state)
    : transition(state)

const sendStop = (state: StoppingState): Transition =>
  waitFor({ ...state, stage: 'stop-sent' }, STOP_WAIT_MS, { type: 'send-stop' })

const reduceTimeout = (state: StoppingState): Transition => {
  if (state.stage === 'awaiting-answer') return sendStop(state)
  return state.stage === 'stop-sent' ? finish(state, { isKnown: false }) : transition(state)
}

/** Before the stop command, an end is certain only for a running enrolment that reports name. */
const isEndCertain = ({ isAnonymous }: EnrolmentSetup, state: StoppingState): boolean =>
  state.stage === 'stop-sent' || (state.isRunning && !isAnonymous)

const reduceLists = (
  setup: EnrolmentSetup,
  state: StoppingState,
  { purpose, method, candidates = [] }: Extract<EnrolmentMessage, { readonly step: 'lists-read' }>,
): Transition => {
  if (purpose.kind === 'while-stopping') {
    if (method !== undefined) return finish(state, { method, isKnown: true })
    return isEndCertain(setup, state) ? finish(state, { isKnown: true }) : transition(state)
  }
  if (purpose.kind !== 'after-stop' || isListed(state.cause)) return transition(state)
  if (method !== undefined && !purpose.wasRunning) return endWith(method)
  const isExplained = isUncertain(state.cause) ? candidates.length === 0 : purpose.isKnown
  return endWith(
    isExplained
      ? state.cause
      : new OutcomeUnknownError(origin, state.cause, setup.check, candidates),
  )
}

const finish = (
  state: StoppingState,
  { method, isNotSent = false, isKnown, wasRunning = false }: Stopped,
): Transition => {
  // The answer to the stop decides nothing: a cloud may confirm each stop, also of an enrolment that has ended.
  if (isListed(state.cause)) return endWith(state.cause.method)
  if (method !== undefined) return endWith(method)
  if (state.isCancelled)
    return endWith(new CancelledError(origin, isNotSent ? 'not-sent' : 'unknown'))
  return readLists(state, false, { kind: 'after-stop', isKnown, wasRunning })
}

const readLists = (
  state: StoppingState,
  mayAssign: boolean,
  purpose: Extract<EnrolmentEffect, { readonly type: 'read-lists' }>['purpose'],
): Transition => transition(state, { type: 'read-lists', mayAssign, purpose })

/** The stop of a method that only the lists show is not reported. */
const withReport = (
  { cause }: StoppingState,
  step: 'stopping' | 'stopped',
  next: Transition,
): Transition =>
  isListed(cause)
    ? next
    : transition(next.state, { type: 'report', step: { step } }, ...next.effects)

const isListed = (cause: SdkError | MethodListed): cause is MethodListed => 'method' in cause
