import type { EnrolmentEvent } from './enrolment-event'
import type {
  ActiveState,
  EnrolmentMessage,
  EnrolmentSetup,
  StoppingState,
} from './enrolment-state'

const eventSteps: readonly string[] = [
  'started',
  'enrolling',
  'done',
  'ended',
  'cancelled',
  'failed',
] satisfies readonly EnrolmentEvent['step'][]

export const isEvent = (message: EnrolmentMessage): message is EnrolmentEvent =>
  eventSteps.includes(message.step)

/** The lock runs another enrolment; it also answers this to another app while it runs ours. */
export const isRunningElsewhere = (reason: string): boolean => reason.endsWith('-running')

/** A value that only one of the two has is no difference. */
export const isOther = <T>(ours: T | undefined, theirs: T | undefined): boolean =>
  ours !== undefined && theirs !== undefined && ours !== theirs

/**
 * Whether an event can belong to this enrolment. Hosts replay reports of an earlier enrolment, a queue delivers old
 * messages, and another app may enrol the same kind for the same user: only events after the start of this one count.
 */
export const isOwnEvent = (
  event: EnrolmentEvent,
  state: ActiveState | StoppingState,
  { type, wasListed }: EnrolmentSetup,
): boolean => {
  if (isOther(state.lockUserId, event.lockUserId) || isOther(state.unlockSn, event.unlockSn))
    return false
  const isRunning = isRunningState(state)
  switch (event.step) {
    case 'started':
      return true
    case 'enrolling':
    case 'ended':
      return isRunning
    case 'done':
      // A password has no reported start; a number that the lists did not show is that of a new method.
      return event.unlockSn === undefined || wasListed === undefined
        ? isRunning
        : (isRunning || type === 'password') && !wasListed(event.unlockSn)
    case 'cancelled':
      return state.isStartReported || isStopSent(state)
    case 'failed':
      return !(isRunning && isRunningElsewhere(event.reason))
  }
}

/** The state after an own event: a running enrolment keeps the numbers that its events contain. */
export const withNumbers = <S extends ActiveState | StoppingState>(
  state: S,
  { lockUserId = state.lockUserId, unlockSn = state.unlockSn }: EnrolmentEvent,
): S => (isRunningState(state) ? { ...state, lockUserId, unlockSn } : state)

const isRunningState = (state: ActiveState | StoppingState): boolean =>
  state.phase === 'running' || (state.phase === 'stopping' && state.isRunning)

const isStopSent = (state: ActiveState | StoppingState): boolean =>
  state.phase === 'stopping' && state.stage === 'stop-sent'
