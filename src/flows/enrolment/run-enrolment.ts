import { type Observable, Subscription } from 'rxjs'
import type { Clock } from '../../core/clock'
import { isSdkError, type SdkError } from '../../core/errors/sdk-error'
import { TransportError } from '../../core/errors/transport-error'
import { isVendorError } from '../../core/errors/vendor-error'
import type { AttemptControl } from '../shared/attempt'
import { cancellationWithin } from '../shared/cancellation'
import type { EnrolledMethod, EnrolmentStep } from './enrol-request'
import type { EnrolmentChannel } from './enrolment-channel'
import { origin, sdkErrorOf } from './enrolment-error'
import type {
  EnrolmentEffect,
  EnrolmentMessage,
  EnrolmentSetup,
  EnrolmentState,
  ListsPurpose,
} from './enrolment-state'
import { createIdleTimer, createMessageQueue } from './message-queue'
import { reduce } from './reduce'

export interface EnrolmentTimes extends Pick<EnrolmentSetup, 'reportTimeoutMs' | 'stepTimeoutMs'> {
  readonly clock: Clock
  /** Completes when the panel is closed. */
  readonly panelEvents$: Observable<unknown>
}

/** Runs the effects of the reducer, and feeds it with the messages of the channel, the timer and the caller. */
export const runEnrolment = async (
  type: EnrolledMethod['type'],
  channel: EnrolmentChannel,
  { clock, panelEvents$, reportTimeoutMs, stepTimeoutMs }: EnrolmentTimes,
  { report, signal }: AttemptControl<EnrolmentStep>,
): Promise<EnrolledMethod> => {
  const setup: EnrolmentSetup = {
    type,
    userId: channel.userId,
    isAnonymous: channel.isAnonymous === true,
    runsWhenAccepted: channel.runsWhenAccepted === true,
    wasListed: channel.newMethods?.wasListed,
    check: channel.newMethods?.check,
    reportTimeoutMs,
    stepTimeoutMs,
  }
  const { put, take, takeQueued } = createMessageQueue<EnrolmentMessage>()
  const timer = createIdleTimer(clock)
  const starting = cancellationWithin(signal)
  const subscriptions = new Subscription()
  let stopping = Subscription.EMPTY
  let state: EnrolmentState = { phase: 'idle' }

  const runEffect = (effect: EnrolmentEffect): Promise<void> | undefined => {
    switch (effect.type) {
      case 'report':
        report(effect.step)
        return undefined
      case 'send-start':
        subscriptions.add(sendStart())
        return undefined
      case 'withdraw-start':
        starting.cancel()
        return undefined
      case 'send-stop':
        stopping = sendStop()
        return undefined
      case 'wait':
        timer.restart(effect.delayMs, () => put({ step: 'timed-out', waitId: effect.waitId }))
        return undefined
      case 'read-lists':
        // The stop command has ended, with or without an answer.
        if (effect.purpose.kind === 'after-stop') stopping.unsubscribe()
        return readLists(effect.mayAssign, effect.purpose).then(dispatch)
      case 'drain-queue':
        return drainQueue()
    }
  }
  const dispatch = async (message: EnrolmentMessage): Promise<void> => {
    if (signal.aborted && state.phase === 'stopping')
      state = reduce(setup, state, { step: 'cancel' }).state
    const transition = reduce(setup, state, message)
    state = transition.state
    for (const effect of transition.effects) {
      const running = runEffect(effect)
      if (running !== undefined) await running
    }
  }
  const drainQueue = async (): Promise<void> => {
    for (let message = takeQueued(); message !== undefined; message = takeQueued())
      await dispatch(message)
    await dispatch({ step: 'queue-drained' })
  }
  const nextMessage = (): Promise<EnrolmentMessage> =>
    state.phase === 'stopping' ? take() : take(signal).catch(() => ({ step: 'cancel' }))

  const sendStart = () =>
    channel.start(starting.signal).subscribe({
      next: (event) => {
        put({ step: 'accepted' })
        put(event)
      },
      error: (error: unknown) => put({ step: 'refused', error: sdkErrorOf(error, 'unknown') }),
      complete: () => put({ step: 'accepted' }),
    })
  const sendStop = () =>
    channel.stop$.subscribe({
      next: ({ step }) =>
        put({ step: 'stop-answered', isStopped: step === 'cancelled', isKnown: true }),
      error: (error: unknown) =>
        put({ step: 'stop-answered', isStopped: false, isKnown: provesNothingRuns(error) }),
    })
  const readLists = async (
    mayAssign: boolean,
    purpose: ListsPurpose,
  ): Promise<EnrolmentMessage> => {
    try {
      const ofOthers = purpose.kind === 'after-stop'
      const found = await channel.newMethods?.find({}, { mayAssign, ofOthers })
      return { step: 'lists-read', purpose, ...found }
    } catch (error) {
      return { step: 'lists-read', purpose, error: sdkErrorOf(error, 'unknown') }
    }
  }

  /** Subscribes before the start command, because a lock can be faster than the answer; earlier events do not count. */
  const start = (): Promise<void> => {
    let hasEnded = false
    const onStreamEnd = (error: SdkError) => {
      hasEnded = true
      if (state.phase !== 'idle') put({ step: 'stream-ended', error })
    }
    const onComplete = () => onStreamEnd(streamEnded('unknown'))
    subscriptions.add(panelEvents$.subscribe({ complete: onComplete }))
    subscriptions.add(
      channel.events$.subscribe({
        next: (event) => {
          if (state.phase !== 'idle') put(event)
        },
        error: (error: unknown) => onStreamEnd(sdkErrorOf(error, 'unknown')),
        complete: onComplete,
      }),
    )
    if (signal.aborted) return dispatch({ step: 'cancel' })
    return dispatch(
      hasEnded ? { step: 'stream-ended', error: streamEnded('not-sent') } : { step: 'start' },
    )
  }

  try {
    await start()
    for (let outcome = outcomeOf(state); ; outcome = outcomeOf(state)) {
      if (isSdkError(outcome)) throw outcome
      if (outcome !== undefined) {
        timer.stop()
        return (await channel.asListed?.(outcome)) ?? outcome
      }
      await dispatch(await nextMessage())
    }
  } finally {
    timer.stop()
    starting.cancel()
    stopping.unsubscribe()
    unsubscribeSafely(subscriptions)
  }
}

const outcomeOf = (state: EnrolmentState): EnrolledMethod | SdkError | undefined =>
  state.phase === 'ended' ? state.outcome : undefined

const streamEnded = (delivery: 'not-sent' | 'unknown') =>
  new TransportError(origin, { delivery, reason: 'the lock stopped responding' })

/** The cloud has no own code for it: a permanent refusal proves it, because the lock is not unreachable. */
const provesNothingRuns = (error: unknown): boolean =>
  isVendorError(error) && error.class === 'permanent'

/** An error that an app's own stream throws on unsubscribe does not change the outcome. */
const unsubscribeSafely = (subscriptions: Subscription): void => {
  try {
    subscriptions.unsubscribe()
  } catch {
    // Its message may contain anything, so it is not reported.
  }
}
