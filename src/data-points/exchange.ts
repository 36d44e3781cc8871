import { filter, Observable, take } from 'rxjs'
import { realTime, type Scheduler } from '../core/clock'
import { TimeoutError } from '../core/errors/timeout-error'
import { withTimeout } from '../core/rx/with-timeout'
import type { DataPoints, DpValues } from './data-points'
import { originOf } from './publish'

export interface DpExchange {
  readonly send: DpValues
  /** Tells the report that answers this command from those that answer others: by member, by hardware id, by number. */
  readonly matches: (report: DpValues) => boolean
  /** How long the lock may take from the moment the command is sent. */
  readonly timeoutMs: number
  readonly scheduler?: Scheduler
}

/**
 * Sends a command and gives the one report that answers it.
 *
 * A report can come before the app says that it took the command, so it listens first. Fails with a TimeoutError whose
 * delivery is unknown: the lock may have carried the command out.
 */
export const exchange = (
  dataPoints: DataPoints,
  { send, matches, timeoutMs, scheduler = realTime }: DpExchange,
): Observable<DpValues> =>
  sendAndListen(dataPoints, send).pipe(
    filter(matches),
    take(1),
    withTimeout(timeoutMs, scheduler, () => new TimeoutError(originOf(send), timeoutMs, 'unknown')),
  )

/** Listens, then sends; gives every report from then on and never completes: an enrolment has many. */
export const sendAndListen = (
  { send, reports$ }: DataPoints,
  dps: DpValues,
): Observable<DpValues> =>
  new Observable((subscriber) => {
    const fail = (error: unknown) => subscriber.error(error)
    subscriber.add(reports$.subscribe({ next: (report) => subscriber.next(report), error: fail }))
    if (!subscriber.closed) subscriber.add(send(dps).subscribe({ error: fail }))
  })
