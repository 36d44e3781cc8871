import { Observable, type Unsubscribable } from 'rxjs'
import { isCancelledError } from '../../core/errors/cancelled-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { DataPoints } from '../../data-points/data-points'
import { createCancellation } from '../shared/cancellation'
import type { CommandLock } from '../shared/command-lock'
import { linkFailure } from '../shared/link-failure'
import type { LockContext } from '../shared/lock-context'
import { motorIn } from './bolt-state'

/** A visitor requests to be let in, or the request has ended. */
export type DoorRequest =
  | {
      readonly asks: true
      /** Whole seconds until the request expires. */
      readonly secondsLeft: number
      /** When the request expires, milliseconds since 1970. */
      readonly expiresAtMs: number
    }
  | { readonly asks: false }

/** The remaining seconds; 0 without a request. */
const REQUEST = 'unlock_request'
const STATUS = 'device.status'
const REJECT = 'doorLock.cancelPasswordFreeOpen'
const SECOND_MS = 1_000
const origin: ErrorOrigin = { action: 'remoteUnlock.requests$' }
/** No lock waits longer; a higher value is not a number of seconds. */
const LONGEST_SECONDS = 3_600
/** The polling interval without data points. */
const POLL_INTERVAL_MS = 3_000
const READ_TIMEOUT_MS = 10_000

/**
 * The requests at a door: one value at the start of a request, one for each second, and one at its end, because the door
 * was unlocked, or the request was rejected or expired.
 */
export const doorRequests = (
  context: LockContext,
  { requestAnswered }: CommandLock,
): Observable<DoorRequest> =>
  new Observable((subscriber) => {
    const { clock } = context
    let expiresAtMs: number | undefined
    let emittedSeconds = 0
    let timer: Unsubscribable | undefined

    const end = () => {
      timer?.unsubscribe()
      if (expiresAtMs === undefined) return
      expiresAtMs = undefined
      emittedSeconds = 0
      subscriber.next({ asks: false })
    }
    const count = (maxMs: number) => {
      timer?.unsubscribe()
      if (expiresAtMs === undefined) return
      // Setting the clock back must not extend the request.
      if (expiresAtMs - clock.now() > emittedSeconds * SECOND_MS) expiresAtMs = clock.now() + maxMs
      const endMs = expiresAtMs
      const remainingMs = endMs - clock.now()
      if (remainingMs <= 0) return end()
      const secondsLeft = Math.ceil(remainingMs / SECOND_MS)
      // A lock may report every second; emit each second once.
      const isNew = secondsLeft !== emittedSeconds
      emittedSeconds = secondsLeft
      if (isNew) subscriber.next({ asks: true, secondsLeft, expiresAtMs: endMs })
      // The subscriber may have unsubscribed, or a new report may have arrived, during `next`.
      if (subscriber.closed || expiresAtMs !== endMs) return
      const delayMs = remainingMs % SECOND_MS || SECOND_MS
      timer?.unsubscribe()
      timer = clock.schedule(() => count(remainingMs - delayMs), delayMs)
    }
    const startRequest = (seconds: number) => {
      if (seconds === 0) return end()
      expiresAtMs = clock.now() + seconds * SECOND_MS
      count(seconds * SECOND_MS)
    }

    subscriber.add(() => timer?.unsubscribe())
    subscriber.add(requestAnswered.values$.subscribe(end))
    subscriber.add(
      remainingSeconds(context).subscribe({
        next: startRequest,
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    )
  })

/** The remaining seconds of the current request, from data points or from the cloud. */
const remainingSeconds = (context: LockContext): Observable<number> => {
  const { dataPoints } = context.options
  return dataPoints === undefined ? polled(context) : reported(context, dataPoints)
}

/** A request from before the subscription was already reported; the cloud still shows it. */
const reported = (context: LockContext, { reports$ }: DataPoints): Observable<number> =>
  new Observable((subscriber) => {
    let hasReported = false
    const emitSeconds = (seconds: number | undefined) => {
      if (seconds === undefined) return
      hasReported = true
      subscriber.next(seconds)
    }
    subscriber.add(
      reports$.subscribe({
        next: (report) => emitSeconds(motorIn(report) === true ? 0 : secondsOf(report[REQUEST])),
        error: (error: unknown) => subscriber.error(linkFailure(error, origin)),
        complete: () => subscriber.complete(),
      }),
    )
    if (subscriber.closed || !context.supports(REJECT) || !context.supports(STATUS)) return
    const { signal, cancel } = createCancellation()
    subscriber.add(cancel)
    readSeconds(context, { signal }).then(
      (seconds) => hasReported || emitSeconds(seconds),
      // The lock reports the next request.
      () => {},
    )
  })

/**
 * Polls the last report of the lock. A request in the first read counts, however old it is, because a panel may be opened
 * for that request. After that, only another number is a new request.
 */
const polled = (context: LockContext): Observable<number> =>
  new Observable((subscriber) => {
    const { clock, selectOperation } = context
    selectOperation(origin.action, [[REJECT, true]])
    selectOperation(origin.action, [[STATUS, true]])
    const { signal, cancel } = createCancellation()
    subscriber.add(cancel)
    let last = 0
    const next = (): void => {
      const timer = clock.schedule(() => {
        subscriber.remove(timer)
        pollOnce()
      }, POLL_INTERVAL_MS)
      subscriber.add(timer)
    }
    const pollOnce = (): void => {
      readSeconds(context, { signal, priority: 'background' }).then(
        (seconds) => {
          if (seconds !== undefined && seconds !== last) {
            last = seconds
            subscriber.next(seconds)
          }
          if (!subscriber.closed) next()
        },
        (error: unknown) => {
          if (subscriber.closed) return
          // Only the close of the panel cancels the read.
          if (isCancelledError(error)) subscriber.complete()
          // The next read may succeed.
          else next()
        },
      )
    }
    pollOnce()
  })

const readSeconds = async (
  { call, deviceId }: LockContext,
  options: CallOptions,
): Promise<number | undefined> => {
  const limits = { ...options, deadlineMs: READ_TIMEOUT_MS }
  const status = await call(STATUS, { device_id: deviceId }, limits)
  return secondsOf(status.find(({ code }) => code === REQUEST)?.value)
}

const secondsOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= LONGEST_SECONDS ? Math.ceil(value) : undefined
