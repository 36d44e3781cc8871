import { delay, filter, map, merge, mergeMap, Observable, of, Subject } from 'rxjs'
import type { MovableClock } from '../../../simulator'
import { TransportError } from '../../../src/core/errors/transport-error'
import type { DataPoints, DpValues } from '../../../src/data-points/data-points'
import { originOf } from '../../../src/data-points/publish'
import type { FaultName } from './fault-plan'

/** Longer than the time limit for the lock's report. */
const LATE_MS = 20_000

/** The same data points with faults of the connection; `faultOf` returns the fault for each command. */
export const faultyDataPoints = (
  { send, reports$, current }: DataPoints,
  clock: MovableClock,
  faultOf: (dps: DpValues) => FaultName | undefined,
): DataPoints => {
  let fault: FaultName | undefined
  let last: DpValues | undefined
  const replayed$ = new Subject<DpValues>()
  reports$.subscribe((report) => {
    last = report
  })
  return {
    current,
    send: (dps) =>
      new Observable((subscriber) => {
        fault = faultOf(dps)
        // Some hosts replay the last report before they accept a command.
        if (fault === 'replayed report' && last !== undefined) replayed$.next(last)
        if (fault === 'drop-before')
          subscriber.error(
            new TransportError(originOf(dps), {
              delivery: 'not-sent',
              reason: 'the connection broke',
            }),
          )
        else subscriber.add(send(dps).subscribe(subscriber))
      }),
    reports$: merge(reports$, replayed$).pipe(
      filter(() => fault !== 'drop-after'),
      map((report) => (fault === 'garbage' ? unreadable(report) : report)),
      mergeMap((report) =>
        fault === 'slow' ? of(report).pipe(delay(LATE_MS, clock)) : of(report),
      ),
    ),
  }
}

const unreadable = (report: DpValues): DpValues =>
  Object.fromEntries(Object.keys(report).map((code) => [code, 'zz']))
