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

/** Somebody at the door asks to be let in, or nobody asks any more. */
export type DoorRequest =
  | {
      readonly asks: true
      /** Whole seconds until the request lapses. */
      readonly secondsLeft: number
      /** When it lapses, milliseconds since 1970. */
      readonly lapsesAtMs: number
    }
  | { readonly asks: false }

/** The seconds that are left; 0 where nobody asks. */
const REQUEST = 'unlock_request'
const STATUS = 'device.status'
const REFUSE = 'doorLock.cancelPasswordFreeOpen'
const SECOND_MS = 1_000
const origin: ErrorOrigin = { action: 'remoteUnlock.requests$' }
/** No lock waits longer; what is more is no number of seconds. */
const LONGEST_SECONDS = 3_600
/** How often the cloud is asked where no data points tell. */
const LOOK_EVERY_MS = 3_000
const LOOK_TIMEOUT_MS = 10_000

/**
 * The requests at a door: one value when somebody asks, one for each second that passes, and one when nobody asks any
 * more, because the door was opened, the request was refused, or it lapsed.
 */
export const doorRequests = (
  context: LockContext,
  { answered }: CommandLock,
): Observable<DoorRequest> =>
  new Observable((subscriber) => {
    const { clock } = context
    let lapsesAtMs: number | undefined
    let told = 0
    let timer: Unsubscribable | undefined

    const end = () => {
      timer?.unsubscribe()
      if (lapsesAtMs === undefined) return
      lapsesAtMs = undefined
      told = 0
      subscriber.next({ asks: false })
    }
    const count = (mostMs: number) => {
      timer?.unsubscribe()
      if (lapsesAtMs === undefined) return
      // A clock that is set back gives nobody more time.
      if (lapsesAtMs - clock.now() > told * SECOND_MS) lapsesAtMs = clock.now() + mostMs
      const endMs = lapsesAtMs
      const leftMs = endMs - clock.now()
      if (leftMs <= 0) return end()
      const secondsLeft = Math.ceil(leftMs / SECOND_MS)
      // A lock that reports every second does not make two values of one.
      const isNew = secondsLeft !== told
      told = secondsLeft
      if (isNew) subscriber.next({ asks: true, secondsLeft, lapsesAtMs: endMs })
      // Whoever listened may have heard enough, or have heard of something else meanwhile.
      if (subscriber.closed || lapsesAtMs !== endMs) return
      const delayMs = leftMs % SECOND_MS || SECOND_MS
      timer?.unsubscribe()
      timer = clock.schedule(() => count(leftMs - delayMs), delayMs)
    }
    const ask = (seconds: number) => {
      if (seconds === 0) return end()
      lapsesAtMs = clock.now() + seconds * SECOND_MS
      count(seconds * SECOND_MS)
    }

    subscriber.add(() => timer?.unsubscribe())
    subscriber.add(answered.values$.subscribe(end))
    subscriber.add(
      heard(context).subscribe({
        next: ask,
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    )
  })

/** The seconds that are left, as the lock tells them. */
const heard = (context: LockContext): Observable<number> => {
  const { dataPoints } = context.options
  return dataPoints === undefined ? polled(context) : reported(context, dataPoints)
}

/** Whoever asked before somebody listened has reported already: the cloud still shows it. */
const reported = (context: LockContext, { reports$ }: DataPoints): Observable<number> =>
  new Observable((subscriber) => {
    let isTold = false
    const tell = (seconds: number | undefined) => {
      if (seconds === undefined) return
      isTold = true
      subscriber.next(seconds)
    }
    subscriber.add(
      reports$.subscribe({
        next: (report) => tell(motorIn(report) === true ? 0 : secondsOf(report[REQUEST])),
        error: (error: unknown) => subscriber.error(linkFailure(error, origin)),
        complete: () => subscriber.complete(),
      }),
    )
    if (subscriber.closed || !context.supports(REFUSE) || !context.supports(STATUS)) return
    const { signal, cancel } = createCancellation()
    subscriber.add(cancel)
    look(context, { signal }).then(
      (seconds) => isTold || tell(seconds),
      // The lock will report the next request.
      () => {},
    )
  })

/**
 * Reads what the lock last reported. A request that is there at the first look counts, however old it is: a panel that
 * is opened because somebody asks begins with it. After that only another number is a new request.
 */
const polled = (context: LockContext): Observable<number> =>
  new Observable((subscriber) => {
    const { clock, selectOperation } = context
    selectOperation(origin.action, [[REFUSE, true]])
    selectOperation(origin.action, [[STATUS, true]])
    const { signal, cancel } = createCancellation()
    subscriber.add(cancel)
    let last = 0
    const next = (): void => {
      const timer = clock.schedule(() => {
        subscriber.remove(timer)
        lookAgain()
      }, LOOK_EVERY_MS)
      subscriber.add(timer)
    }
    const lookAgain = (): void => {
      look(context, { signal, priority: 'background' }).then(
        (seconds) => {
          if (seconds !== undefined && seconds !== last) {
            last = seconds
            subscriber.next(seconds)
          }
          if (!subscriber.closed) next()
        },
        (error: unknown) => {
          if (subscriber.closed) return
          // Only a panel that is closed cancels it.
          if (isCancelledError(error)) subscriber.complete()
          // The next look may succeed.
          else next()
        },
      )
    }
    lookAgain()
  })

const look = async (
  { call, deviceId }: LockContext,
  options: CallOptions,
): Promise<number | undefined> => {
  const limits = { ...options, deadlineMs: LOOK_TIMEOUT_MS }
  const status = await call(STATUS, { device_id: deviceId }, limits)
  return secondsOf(status.find(({ code }) => code === REQUEST)?.value)
}

const secondsOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= LONGEST_SECONDS ? Math.ceil(value) : undefined
