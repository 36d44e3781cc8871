import { Observable } from 'rxjs'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { firstValue } from '../../core/rx/first-value'
import { radioOf } from '../../core/supports-lock-type'
import { exchange } from '../../data-points/exchange'
import type { HexCodec } from '../../data-points/raw/hex-codec'
import { type Channel, selectChannel } from './channel'
import { linkFailure } from './link-failure'
import type { ActionName, LockContext } from './lock-context'

/** The channel over an operation of the cloud where the panel has one, else the one over the data point of the lock. */
export const selectWithPoint = <Implementation, Name extends ActionName>(
  context: LockContext,
  flow: string,
  channels: readonly Channel<Name>[],
  implementations: Readonly<Record<Name, Implementation>>,
  overLock: Implementation,
): Implementation =>
  channels.some(({ dataPoint }) => dataPoint !== undefined && hasPoint(context, dataPoint)) &&
  !channels.some(({ operations }) => operations !== undefined && context.supports(operations[0]))
    ? overLock
    : selectChannel(
        context,
        flow,
        channels,
        implementations as Readonly<Record<Name, Implementation>> & Readonly<Record<never, never>>,
      )

/** Every Bluetooth lock has it, unless its schema says otherwise; another lock only if its schema contains it. */
const hasPoint = (
  { options: { dataPoints, schema, type } }: LockContext,
  dataPoint: string,
): boolean =>
  dataPoints !== undefined &&
  (schema === undefined ? radioOf(type) === 'ble' : schema.idOf(dataPoint) !== undefined)

/** One command over a data point, and the report that answers it. */
interface LockCommand<Report> {
  readonly code: string
  readonly value: string
  readonly report: Pick<HexCodec<Report>, 'decode'>
  readonly isAnswer: (report: Report) => boolean
}

/**
 * Sends a command to the lock once, and resolves with its report. A host may replay the last report before it accepts the
 * command, so the same report counts only afterwards. Fails with the delivery `unknown` if the lock does not report.
 */
export const sendCommand = async <Report>(
  { clock, reportTimeoutMs, options: { dataPoints }, sharedState }: LockContext,
  origin: ErrorOrigin,
  { code, value, report, isAnswer }: LockCommand<Report>,
): Promise<Report> => {
  if (dataPoints === undefined)
    throw new UnsupportedError(origin, 'the option dataPoints is missing.')
  const lastReports = sharedState('last reports', () => new Map<string, unknown>())
  let isAccepted = false
  const answers: Report[] = []
  const answer = exchange(
    {
      reports$: dataPoints.reports$,
      send: (dps) =>
        new Observable((subscriber) =>
          dataPoints.send(dps).subscribe({
            error: (error: unknown) => subscriber.error(error),
            complete: () => {
              isAccepted = true
            },
          }),
        ),
    },
    {
      send: { [code]: value },
      matches: ({ [code]: raw }) => {
        const read = report.decode(raw)
        if (read._tag === 'Left' || (!isAccepted && raw === lastReports.get(code))) return false
        lastReports.set(code, raw)
        return isAnswer(read.right) && answers.push(read.right) > 0
      },
      timeoutMs: reportTimeoutMs,
      clock,
    },
  )
  await firstValue(answer, origin).catch((error: unknown) => {
    throw linkFailure(error, origin)
  })
  return answers[0] as Report
}
