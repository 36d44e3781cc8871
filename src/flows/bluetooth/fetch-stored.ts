import { Observable, type Unsubscribable } from 'rxjs'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { TimeoutError } from '../../core/errors/timeout-error'
import { firstValue } from '../../core/rx/first-value'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { DataPoints, DpValues } from '../../data-points/data-points'
import { sendAndListen } from '../../data-points/exchange'
import { isStandardCode } from '../records/source-record'
import type { LockContext } from '../shared/lock-context'

/** Data point 69 of the vendor's firmware header; document 001 has a sample with 56. */
const RECORD = 'record'
/** No report says that it is the last one. */
const QUIET_MS = 2_000
const MAX_MS = 60_000

/**
 * Makes the lock report its stored records. Ends when the lock reports nothing for two seconds, and a minute after the first
 * report at the latest. Adds the records to `reports`, also if it fails. Fails with a TimeoutError if nothing is reported.
 */
export const fetchStored = (
  { clock, reportTimeoutMs }: LockContext,
  dataPoints: DataPoints,
  command: string,
  reports: DpValues[],
  origin: ErrorOrigin,
  signal: AbortSignalLike,
): Promise<void> =>
  firstValue(
    new Observable<void>((subscriber) => {
      let timer: Unsubscribable | undefined
      const wait = (ms: number, then: () => void) => {
        timer?.unsubscribe()
        timer = clock.schedule(then, ms)
      }
      const end = () => subscriber.next()
      subscriber.add(() => timer?.unsubscribe())
      wait(reportTimeoutMs, () =>
        subscriber.error(new TimeoutError(origin, reportTimeoutMs, 'unknown')),
      )
      subscriber.add(
        sendAndListen(dataPoints, { [RECORD]: command }).subscribe({
          next: (report) => {
            const stored = storedIn(report)
            if (stored === undefined) return
            reports.push(stored)
            if (reports.length === 1) subscriber.add(clock.schedule(end, MAX_MS))
            wait(QUIET_MS, end)
          },
          error: (error: unknown) => subscriber.error(error),
        }),
      )
    }),
    origin,
    signal,
  )

/** Other values of a report may be secrets. */
const storedIn = (report: DpValues): DpValues | undefined => {
  const stored: Record<string, unknown> = {}
  for (const [code, value] of Object.entries(report))
    if (code === RECORD || isStandardCode(code)) stored[code] = value
  return Object.keys(stored).length > 0 ? stored : undefined
}
