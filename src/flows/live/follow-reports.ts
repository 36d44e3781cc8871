import { Subscription } from 'rxjs'
import type { DpConnection, DpValues } from '../../data-points/data-points'
import { isStandardCode } from '../records/source-record'
import { MOTOR } from '../remote-unlock/channels'
import type { LockContext } from '../shared/lock-context'
import { type Observed, UNKNOWN_TIME } from './merge-values'
import { connectionIn, valuesIn } from './values-in'

export interface ReportReceiver {
  readonly observe: (observed: Observed) => void
  /** The host no longer passes reports on. */
  readonly failed: () => void
  readonly readRecords: () => Promise<void>
}

/** Follows what the host passes on: reports of the lock, and changes of its connection. */
export const followReports = (
  { clock, options }: LockContext,
  { observe, failed, readRecords }: ReportReceiver,
): Subscription => {
  const { dataPoints } = options
  const subscription = new Subscription()
  if (dataPoints === undefined) return subscription
  // A host may repeat its last report, of any age, to each subscriber.
  let isRepeated = true
  let isReading = false
  let isReadAgain = false
  const readLast = async (): Promise<void> => {
    isReadAgain = isReading
    if (isReading) return
    isReading = true
    await readRecords()
    isReading = false
    if (isReadAgain && !subscription.closed) await readLast()
  }
  subscription.add(
    dataPoints.reports$.subscribe({
      next: (report: DpValues) => {
        const values = valuesIn(report)
        observe(
          isRepeated
            ? { source: 'host', atMs: UNKNOWN_TIME, values }
            : { source: 'data-points', atMs: clock.now(), values },
        )
        // The lock has a new record.
        if (
          !isRepeated &&
          Object.keys(report).some((code) => code === MOTOR || isStandardCode(code))
        )
          void readLast()
      },
      error: failed,
    }),
  )
  subscription.add(
    dataPoints.connection$?.subscribe({
      next: (connection: DpConnection) =>
        observe({ source: 'host', atMs: clock.now(), values: connectionIn(connection) }),
      error: failed,
    }),
  )
  isRepeated = false
  return subscription
}
