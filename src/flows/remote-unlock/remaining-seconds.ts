import { Observable } from 'rxjs'
import { isCancelledError } from '../../core/errors/cancelled-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { DataPoints } from '../../data-points/data-points'
import { createCancellation } from '../shared/cancellation'
import type { CommandLock } from '../shared/command-lock'
import { DEVICES, STATUS } from '../shared/device-status'
import { linkFailure } from '../shared/link-failure'
import type { LockContext } from '../shared/lock-context'
import { motorIn } from './bolt-state'
import { REJECT } from './channels'
import {
  isExpired,
  isNewReport,
  REQUEST,
  type RequestStatus,
  readStatus,
  readWithTime,
  secondsOf,
} from './request-status'

const origin: ErrorOrigin = { action: 'remoteUnlock.requests$' }
/** The polling interval without data points. */
const POLL_INTERVAL_MS = 3_000

/** The remaining seconds of the current request, from data points or from the cloud. */
export const remainingSeconds = (
  context: LockContext,
  commandLock: CommandLock,
): Observable<number> => {
  const { dataPoints } = context.options
  return dataPoints === undefined ? polled(context, commandLock) : reported(context, dataPoints)
}

/** A request from before the subscription was already reported; the cloud still shows it. */
const reported = (context: LockContext, { reports$ }: DataPoints): Observable<number> =>
  new Observable((subscriber) => {
    const { supports } = context
    const canRead = supports(REJECT) && supports(STATUS)
    let hasReported = false
    // A host may repeat its last report, of any age, to each subscriber; the cloud shows that age.
    let isRepeated = canRead
    const emitSeconds = (seconds: number | undefined) => {
      if (seconds === undefined || isRepeated) return
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
    isRepeated = false
    if (subscriber.closed || !canRead) return
    const { signal, cancel } = createCancellation()
    subscriber.add(cancel)
    const readCurrent = async () => {
      let status = await readStatus(context, { signal })
      if (hasReported) return
      if (status.seconds !== 0) status = await readWithTime(context, { signal }).catch(() => status)
      if (!(await isExpired(context, status, { signal })) && !hasReported)
        emitSeconds(status.seconds)
    }
    // After a failed read, the lock reports the next request.
    readCurrent().catch(() => {})
  })

/** Polls the last report of the lock. A request in the first read counts, unless it has expired. */
const polled = (context: LockContext, { requestAnswered }: CommandLock): Observable<number> =>
  new Observable((subscriber) => {
    const { clock, selectOperation } = context
    selectOperation(origin.action, [[REJECT, true]])
    selectOperation(origin.action, [
      [DEVICES, true],
      [STATUS, true],
    ])
    const { signal, cancel } = createCancellation()
    const options = { signal, priority: 'background' } as const
    subscriber.add(cancel)
    let before: RequestStatus | undefined
    let isAnswered = false
    subscriber.add(
      requestAnswered.values$.subscribe(() => {
        isAnswered = true
      }),
    )
    const next = (): void => {
      const timer = clock.schedule(() => {
        subscriber.remove(timer)
        pollOnce()
      }, POLL_INTERVAL_MS)
      subscriber.add(timer)
    }
    const read = async (): Promise<void> => {
      const wasAnswered = isAnswered
      const status = await readWithTime(context, options)
      const { seconds } = status
      if (seconds === undefined) return
      const isNew =
        before === undefined
          ? !(await isExpired(context, status, options))
          : isNewReport(before, status, wasAnswered)
      before = status
      if (!isNew) return
      if (wasAnswered) isAnswered = false
      subscriber.next(seconds)
    }
    const pollOnce = (): void => {
      read().then(
        () => {
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
