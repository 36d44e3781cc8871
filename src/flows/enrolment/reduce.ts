import { CancelledError } from '../../core/errors/cancelled-error'
import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { SdkError } from '../../core/errors/sdk-error'
import { TimeoutError } from '../../core/errors/timeout-error'
import { methodOf } from './enrolment-channel'
import { isUncertain, lockError, origin } from './enrolment-error'
import {
  type ActiveState,
  type EnrolmentMessage,
  type EnrolmentSetup,
  type EnrolmentState,
  endWith,
  started,
  type Transition,
  transition,
  waitFor,
} from './enrolment-state'
import { isEvent, isOwnEvent, isRunningElsewhere, withNumbers } from './event-filter'
import { reduceStopping, stopAfter } from './reduce-stopping'

/** A lock that starts after a refusal reports the start within this time; the refusal was for another enrolment. */
const REFUSAL_WAIT_MS = 2_000
/** The lists may lag behind the push messages: data is synchronised every five seconds at most (document 001). */
const LISTS_WAIT_MS = 5_000
const LISTS_READS = 3

/**
 * The enrolment as a pure function: the next state, and the effects to run. `idle` before the start command, then `sent`,
 * `running`, `stopping` and `ended`.
 */
export const reduce = (
  setup: EnrolmentSetup,
  state: EnrolmentState,
  message: EnrolmentMessage,
): Transition => {
  if (state.phase === 'ended') return transition(state)
  if (state.phase === 'idle') return reduceIdle(setup, message)
  if (isEvent(message)) {
    if (!isOwnEvent(message, state, setup)) return transition(state)
    return reduceOwn(setup, withNumbers(state, message), message)
  }
  return reduceOwn(setup, state, message)
}

const reduceOwn = (
  setup: EnrolmentSetup,
  state: Exclude<EnrolmentState, { readonly phase: 'idle' | 'ended' }>,
  message: EnrolmentMessage,
): Transition =>
  state.phase === 'stopping'
    ? reduceStopping(setup, state, message)
    : reduceActive(setup, state, message)

const reduceIdle = ({ stepTimeoutMs }: EnrolmentSetup, message: EnrolmentMessage): Transition => {
  if (message.step === 'cancel') return endWith(new CancelledError(origin, 'not-sent'))
  if (message.step === 'stream-ended') return endWith(message.error)
  if (message.step !== 'start') return transition({ phase: 'idle' })
  return waitFor(started, stepTimeoutMs, { type: 'send-start' })
}

const reduceActive = (
  setup: EnrolmentSetup,
  state: ActiveState,
  message: EnrolmentMessage,
): Transition => {
  switch (message.step) {
    case 'accepted':
      return state.isAnswered ? transition(state) : accept(setup, state)
    case 'refused':
      return isUncertain(message.error)
        ? waitForStart(setup, { ...state, isAnswered: true, startError: message.error })
        : endWith(message.error)
    case 'stream-ended':
      return stopAfter(
        state,
        isUncertain(message.error) ? message.error : unknownAfter(setup, message.error),
      )
    case 'cancel':
      return stopAfter(state, new CancelledError(origin, 'unknown'))
    case 'started':
      return run(setup, { ...state, isStartReported: true }, state.done, message.total)
    case 'enrolling':
      // Push messages can overtake each other.
      return run(
        setup,
        state,
        Math.max(state.done, message.done),
        message.total,
        message.mustRepeat,
      )
    case 'listed':
      return state.phase === 'running' ? stopAfter(state, message) : transition(state)
    case 'done': {
      const method = methodOf(setup.type, setup.userId, message)
      if (message.unlockSn !== undefined || message.id !== undefined) return endWith(method)
      const purpose = { kind: 'details', method } as const
      return transition(state, { type: 'read-lists', mayAssign: false, purpose })
    }
    case 'ended':
      return readLists(state, LISTS_READS)
    case 'cancelled':
      return reduceCancelled(setup, state)
    case 'failed':
      return reduceFailed(setup, state, message.reason)
    case 'lists-read':
      return reduceLists(setup, state, message)
    case 'timed-out':
      return message.waitId === state.waitId ? reduceTimeout(state) : transition(state)
    default:
      return transition(state)
  }
}

const accept = (setup: EnrolmentSetup, before: ActiveState): Transition => {
  const state: ActiveState = { ...before, isAnswered: true, isAccepted: true }
  if (setup.runsWhenAccepted) return run(setup, state, state.done)
  const next = waitForStart(setup, state)
  // A password is not enrolled in steps.
  return setup.type === 'password' ? { ...next, state: { ...next.state, phase: 'running' } } : next
}

const waitForStart = (
  { reportTimeoutMs }: EnrolmentSetup,
  state: ActiveState,
): Transition<ActiveState> =>
  state.phase === 'running' || state.refusal !== undefined
    ? transition(state)
    : waitFor(state, reportTimeoutMs)

/** The enrolment runs and has progressed. An end or a refusal before that belonged to another one. */
const run = (
  { stepTimeoutMs }: EnrolmentSetup,
  before: ActiveState,
  done: number,
  total = before.total,
  mustRepeat = false,
): Transition => {
  const isReported = before.hasReported && done === before.done && total === before.total
  const running: ActiveState = {
    ...before,
    phase: 'running',
    refusal: undefined,
    readsLeft: undefined,
    hasReported: true,
    done,
    total,
  }
  if (isReported && !mustRepeat) return waitFor(running, stepTimeoutMs)
  const step = {
    step: 'enrolling',
    done,
    ...(total !== undefined && { total }),
    ...(mustRepeat && { mustRepeat }),
  } as const
  return waitFor(running, stepTimeoutMs, { type: 'report', step })
}

const readLists = (state: ActiveState, readsLeft: number): Transition =>
  transition(state, {
    type: 'read-lists',
    mayAssign: state.isAccepted,
    purpose: { kind: 'after-end', readsLeft },
  })

const reduceLists = (
  setup: EnrolmentSetup,
  before: ActiveState,
  { purpose, method, error }: Extract<EnrolmentMessage, { readonly step: 'lists-read' }>,
): Transition => {
  if (method !== undefined) return endWith(method)
  if (purpose.kind === 'details') return endWith(purpose.method)
  if (purpose.kind !== 'after-end') return transition(before)
  if (error !== undefined) return stopAfter(before, unknownAfter(setup, error))
  if (purpose.readsLeft === 0) return stopAfter(before, unknownAfter(setup, timeoutOf(before)))
  return waitFor({ ...before, readsLeft: purpose.readsLeft }, LISTS_WAIT_MS)
}

/** An anonymous cancellation may belong to another app, unless the lock accepted our start command. */
const reduceCancelled = (setup: EnrolmentSetup, state: ActiveState): Transition => {
  if (!setup.isAnonymous) return endWith(lockError('cancelled'))
  return stopAfter(
    state,
    state.isAccepted
      ? lockError('cancelled')
      : unknownAfter(setup, state.startError ?? timeoutOf(state)),
  )
}

const reduceFailed = (
  { stepTimeoutMs }: EnrolmentSetup,
  before: ActiveState,
  reason: Extract<EnrolmentMessage, { readonly step: 'failed' }>['reason'],
): Transition => {
  if (reason === 'no-answer')
    return stopAfter(before, new TimeoutError(origin, stepTimeoutMs, 'unknown'))
  if (before.phase === 'running') return endWith(lockError(reason))
  return waitFor({ ...before, refusal: lockError(reason) }, REFUSAL_WAIT_MS)
}

const reduceTimeout = (state: ActiveState): Transition => {
  const { refusal, readsLeft, startError } = state
  if (refusal !== undefined)
    // An enrolment of another app must not be stopped.
    return isRunningElsewhere(refusal.reason) ? endWith(refusal) : stopAfter(state, refusal)
  if (readsLeft !== undefined) return readLists(state, readsLeft - 1)
  return stopAfter(state, (state.phase === 'running' ? undefined : startError) ?? timeoutOf(state))
}

const timeoutOf = ({ waitMs }: ActiveState): TimeoutError =>
  new TimeoutError(origin, waitMs, 'unknown')

const unknownAfter = ({ check }: EnrolmentSetup, error: SdkError): OutcomeUnknownError =>
  new OutcomeUnknownError(origin, error, check)
