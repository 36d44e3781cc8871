import { Observable, type Unsubscribable } from 'rxjs'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { createCancellation } from '../shared/cancellation'
import type { Door } from '../shared/door'
import type { LockContext } from '../shared/lock-context'
import { motorIn } from './bolt-state'
import { linkFailure } from './send-to-lock'

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
export const doorRequests = (context: LockContext, { answered }: Door): Observable<DoorRequest> =>
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
    const count = (endMs: number) => {
      const leftMs = endMs - clock.now()
      if (leftMs <= 0) return end()
      const secondsLeft = Math.ceil(leftMs / SECOND_MS)
      // A lock that reports every second does not make two values of one.
      if (secondsLeft !== told) subscriber.next({ asks: true, secondsLeft, lapsesAtMs: endMs })
      told = secondsLeft
      // Whoever listened may have heard enough.
      if (!subscriber.closed)
        timer = clock.schedule(() => count(endMs), leftMs % SECOND_MS || SECOND_MS)
    }
    const ask = (seconds: number) => {
      if (seconds === 0) return end()
      timer?.unsubscribe()
      lapsesAtMs = clock.now() + seconds * SECOND_MS
      count(lapsesAtMs)
    }

    subscriber.add(() => timer?.unsubscribe())
    subscriber.add(answered.values$.subscribe(end))
    subscriber.add(
      heard(context).subscribe({ next: ask, error: (error) => subscriber.error(error) }),
    )
  })

/** The seconds that are left, as the lock tells them. */
const heard = (context: LockContext): Observable<number> => {
  const { dataPoints } = context.options
  if (dataPoints === undefined) return polled(context)
  return new Observable((subscriber) =>
    dataPoints.reports$.subscribe({
      next: (report) => {
        const seconds = motorIn(report) === true ? 0 : secondsOf(report[REQUEST])
        if (seconds !== undefined) subscriber.next(seconds)
      },
      error: (error: unknown) => subscriber.error(linkFailure(error, origin)),
    }),
  )
}

/**
 * Reads what the lock last reported. A request that is there at the first look counts, however old it is: a panel that
 * is opened because somebody asks begins with it. After that only another number is a new request.
 */
const polled = ({ clock, call, deviceId, pick }: LockContext): Observable<number> =>
  new Observable((subscriber) => {
    pick(origin.action, [['doorLock.cancelPasswordFreeOpen', true]])
    pick(origin.action, [['device.status', true]])
    const { signal, cancel } = createCancellation()
    subscriber.add(cancel)
    let last = 0
    const look = async (): Promise<void> => {
      const seconds = await call(
        'device.status',
        { device_id: deviceId },
        { signal, priority: 'poll', deadlineMs: LOOK_TIMEOUT_MS },
      ).then(
        (status) => secondsOf(status.find(({ code }) => code === REQUEST)?.value),
        // The next look may succeed.
        () => undefined,
      )
      if (subscriber.closed) return
      if (seconds !== undefined && seconds !== last) {
        last = seconds
        subscriber.next(seconds)
      }
      const timer = clock.schedule(() => {
        subscriber.remove(timer)
        void look()
      }, LOOK_EVERY_MS)
      subscriber.add(timer)
    }
    void look()
  })

const secondsOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= LONGEST_SECONDS ? Math.ceil(value) : undefined
