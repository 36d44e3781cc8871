import { Observable } from 'rxjs'
import { type Clock, realTime } from '../core/clock'
import { TimeoutError } from '../core/errors/timeout-error'
import { withTimeout } from '../core/rx/with-timeout'
import type { DataPoints, DpValues } from './data-points'
import { originOf } from './publish'

/** A command over data points, and how to recognise its answer. */
export interface DpExchange {
  /** The command: values by code. */
  readonly send: DpValues
  /** Whether a report answers this command and not another one, for example by member, hardware id or number. */
  readonly matches: (report: DpValues) => boolean
  /** Time limit from the moment the command is sent, in milliseconds. */
  readonly timeoutMs: number
  /** The clock of the time limit. @default real time */
  readonly clock?: Clock
}

/**
 * Sends a command and emits the report that answers it.
 *
 * Subscribes to reports first, because a report can arrive before the app confirms the command. Fails with a TimeoutError
 * with unknown delivery: the lock may have executed the command.
 *
 * @example
 * ```ts
 * const report$ = exchange(simulator.asDataPoints(), {
 *   send: { lock_motor_state: false },
 *   matches: (report) => report.lock_motor_state === false,
 *   timeoutMs: 5_000,
 *   clock,
 * })
 * report$.subscribe((report) => report.lock_motor_state)
 * ```
 */
export const exchange = (
  dataPoints: DataPoints,
  { send, matches, timeoutMs, clock = realTime }: DpExchange,
): Observable<DpValues> =>
  withTimeout<DpValues>(
    timeoutMs,
    clock,
    () => new TimeoutError(originOf(send), timeoutMs, 'unknown'),
  )(
    new Observable((subscriber) =>
      sendAndListen(dataPoints, send).subscribe({
        next: (report) => {
          try {
            if (!matches(report)) return
          } catch (error) {
            subscriber.error(error)
            return
          }
          subscriber.next(report)
          subscriber.complete()
        },
        error: (error: unknown) => subscriber.error(error),
      }),
    ),
  )

/**
 * Subscribes to reports, then sends; emits every report from then on and never completes, because an enrolment has many
 * reports. A report from before the command, which a host may replay to a new subscriber, is no answer to it.
 *
 * @example
 * ```ts
 * const reports$ = sendAndListen(simulator.asDataPoints(), { lock_motor_state: false })
 * reports$.subscribe((report) => report.lock_motor_state).unsubscribe()
 * ```
 */
export const sendAndListen = (
  { send, reports$ }: DataPoints,
  dps: DpValues,
): Observable<DpValues> =>
  new Observable((subscriber) => {
    let isSent = false
    const fail = (error: unknown) => subscriber.error(error)
    subscriber.add(
      reports$.subscribe({
        next: (report) => {
          if (isSent) subscriber.next(report)
        },
        error: fail,
      }),
    )
    if (subscriber.closed) return
    isSent = true
    subscriber.add(send(dps).subscribe({ error: fail }))
  })
