import { delay, filter, map, merge, mergeMap, Observable, of, Subject } from 'rxjs'
import type { MovableClock } from '../../../simulator'
import { TransportError } from '../../../src/core/errors/transport-error'
import type { DataPoints, DpValues } from '../../../src/data-points/data-points'
import { originOf } from '../../../src/data-points/publish'
import type { FaultName } from './fault-plan'

/** Longer than a flow waits for a report. */
const LATE_MS = 20_000

/** The data points of a lock, with what can go wrong on the air; `before` tells it for each command. */
export const faultedLink = (
  { send, reports$ }: DataPoints,
  clock: MovableClock,
  before: (dps: DpValues) => FaultName | undefined,
): DataPoints => {
  let fault: FaultName | undefined
  let last: DpValues | undefined
  const again$ = new Subject<DpValues>()
  reports$.subscribe((report) => {
    last = report
  })
  return {
    send: (dps) =>
      new Observable((subscriber) => {
        fault = before(dps)
        // Some hosts tell a listener of the past before they take a command.
        if (fault === 'told again' && last !== undefined) again$.next(last)
        if (fault === 'drop-before')
          subscriber.error(
            new TransportError(originOf(dps), { delivery: 'not-sent', reason: 'the link broke' }),
          )
        else subscriber.add(send(dps).subscribe(subscriber))
      }),
    reports$: merge(reports$, again$).pipe(
      filter(() => fault !== 'drop-after'),
      map((report) => (fault === 'garbage' ? spoilt(report) : report)),
      mergeMap((report) =>
        fault === 'slow' ? of(report).pipe(delay(LATE_MS, clock.scheduler)) : of(report),
      ),
    ),
  }
}

const spoilt = (report: DpValues): DpValues =>
  Object.fromEntries(Object.keys(report).map((code) => [code, 'zz']))
