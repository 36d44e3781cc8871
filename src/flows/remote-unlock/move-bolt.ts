import { Observable, type Subscriber } from 'rxjs'
import { CancelledError } from '../../core/errors/cancelled-error'
import { isOutcomeUnknownError, OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { TimeoutError } from '../../core/errors/timeout-error'
import { createCancellation } from '../shared/cancellation'
import { firstOf } from '../shared/first-of'
import { boltReports } from './bolt-reports'
import { boltIn } from './bolt-state'
import type { CheckedLock } from './check-lock'
import { lockError } from './reasons'
import type { Run } from './run'
import type { RemoteUnlockResult, ReportedBy } from './types'

/** One order, and what was known of the lock before it. */
export interface BoltOrder extends Pick<CheckedLock, 'bolt' | 'lockUserId'> {
  /** Where the bolt shall go: drawn back is `true`. */
  readonly isOpen: boolean
  /** Sends it, once; gives what the cloud answers. */
  readonly send: () => Promise<boolean>
}

const FIRST_LOOK_MS = 1_000
const SLOWEST_LOOK_MS = 4_000
/** One look must not keep the next waiting. */
const LOOK_TIMEOUT_MS = 5_000
const STATUS = 'device.status'

/**
 * Sends an order and waits until the lock has reported. It listens before it sends, since a report can come before the
 * answer. A lost answer is no end: the bolt tells. Fails with what the order failed with, where nobody can tell more.
 */
export const moveBolt = (run: Run, order: BoltOrder): Promise<RemoteUnlockResult> => {
  const { context, origin, signal } = run
  const { dataPoints } = context.options
  return firstOf(
    new Observable<RemoteUnlockResult>((subscriber) => {
      const done = (reportedBy: ReportedBy) =>
        subscriber.next({ reportedBy, atMs: context.clock.now() })
      const fail = (error: unknown) => subscriber.error(error)
      run.tell({ step: 'sending' })

      let hasLeft = false
      if (dataPoints !== undefined)
        subscriber.add(
          boltReports(dataPoints, order, origin).subscribe({
            // A host may tell a new listener of the past.
            next: () => hasLeft && done('data-points'),
            error: (error) => hasLeft && fail(error),
          }),
        )
      hasLeft = true

      const wait = (lost?: OutcomeUnknownError) => {
        if (subscriber.closed) return
        run.tell({ step: 'waiting' })
        const cancelled = () => fail(new CancelledError(origin, 'unknown'))
        if (signal.aborted) return cancelled()
        signal.addEventListener('abort', cancelled)
        subscriber.add(() => signal.removeEventListener('abort', cancelled))
        watchStatus(run, order, subscriber, {
          seen: () => done('status'),
          unseen: () => {
            if (lost !== undefined) fail(lost)
            else if (isSilent(run, order)) done('cloud')
            else fail(silence(run))
          },
        })
      }
      order.send().then(
        (isDone) => (isDone ? wait() : fail(lockError(origin, 'refused'))),
        (error: unknown) => (isOutcomeUnknownError(error) ? wait(error) : fail(error)),
      )
    }),
    origin,
  )
}

/** A change of the bolt can be seen: it stood elsewhere before. */
const isVisible = ({ context }: Run, { bolt, isOpen }: BoltOrder): boolean =>
  bolt === !isOpen && context.has(STATUS)

/** Nothing was to be expected of the lock, so the cloud's yes is all that there is. */
const isSilent = ({ context }: Run, { bolt, isOpen }: BoltOrder): boolean =>
  bolt === isOpen ||
  bolt === 'silent' ||
  (bolt === 'unread' && context.options.dataPoints === undefined)

const silence = ({ origin, context: { reportTimeoutMs, has } }: Run): OutcomeUnknownError =>
  new OutcomeUnknownError(
    origin,
    new TimeoutError(origin, reportTimeoutMs, 'unknown'),
    has(STATUS) ? STATUS : undefined,
  )

/**
 * Looks at the bolt in the cloud: again and again where no data points tell, else once when the time of the lock is
 * over, since a host can miss a report.
 */
const watchStatus = (
  run: Run,
  order: BoltOrder,
  subscriber: Subscriber<unknown>,
  { seen, unseen }: { readonly seen: () => void; readonly unseen: () => void },
): void => {
  const { clock, call, deviceId, reportTimeoutMs, options } = run.context
  const canSee = isVisible(run, order)
  const hears = options.dataPoints !== undefined
  if (!canSee && !hears) {
    unseen()
    return
  }

  const { signal, cancel } = createCancellation()
  subscriber.add(cancel)
  const endsAtMs = clock.now() + reportTimeoutMs
  const lookAfter = (delayMs: number, nextMs: number): void => {
    subscriber.add(clock.schedule(() => look(nextMs), delayMs))
  }
  const look = async (nextMs: number): Promise<void> => {
    const isSeen = canSee && (await isThere())
    if (subscriber.closed) return
    const leftMs = endsAtMs - clock.now()
    if (isSeen) seen()
    else if (leftMs <= 0) unseen()
    else lookAfter(Math.min(nextMs, leftMs), Math.min(nextMs * 1.5, SLOWEST_LOOK_MS))
  }
  const isThere = () =>
    call(STATUS, { device_id: deviceId }, { signal, deadlineMs: LOOK_TIMEOUT_MS }).then(
      (status) => boltIn(status) === order.isOpen,
      () => false,
    )
  if (hears) lookAfter(reportTimeoutMs, FIRST_LOOK_MS)
  else void look(FIRST_LOOK_MS)
}
