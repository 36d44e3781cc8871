import { isTimeoutError, TimeoutError } from '../../core/errors/timeout-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { delay, firstValue } from '../../core/rx/first-value'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { DataPoints } from '../../data-points/data-points'
import { exchange } from '../../data-points/exchange'
import { linkFailure } from '../shared/link-failure'
import type { LockContext } from '../shared/lock-context'
import { isLostAnswer } from '../shared/lost-answer'
import { offlineError, SEND_T0, t0Origin } from './offline-error'

export const T0_CODE = 'password_offline_time'

const POLL_INTERVAL_MS = 1_000

/** Some locks report hexadecimal digits in upper case. */
export const isT0 = (reported: unknown, value: string): boolean =>
  typeof reported === 'string' && reported.toLowerCase() === value

/** Sends T0 to a lock and waits until the lock reports it. */
export const deliverT0 = async (
  context: LockContext,
  value: string,
  signal: AbortSignalLike | undefined,
): Promise<void> => {
  const { dataPoints } = context.options
  if (dataPoints !== undefined) return overDataPoints(context, dataPoints, value, signal)
  if (context.supports('device.control') && context.supports('device.status'))
    return overCloud(context, value, signal)
  throw new UnsupportedError(
    t0Origin,
    'the panel has no channel to the data points: pass the option dataPoints.',
  )
}

const overDataPoints = async (
  context: LockContext,
  dataPoints: DataPoints,
  value: string,
  signal: AbortSignalLike | undefined,
): Promise<void> => {
  const { clock, reportTimeoutMs } = context
  const answer = exchange(dataPoints, {
    send: { [T0_CODE]: value },
    // After connecting, a lock reports its old value first.
    matches: (report) => isT0(report[T0_CODE], value),
    timeoutMs: reportTimeoutMs,
    clock,
  })
  try {
    await firstValue(answer, t0Origin, signal)
  } catch (error) {
    // Only the report may be lost; the lock also reports to the cloud.
    if (
      isLostAnswer(error) &&
      context.supports('device.status') &&
      (await cloudShowsT0(context, value, signal))
    )
      return
    if (isTimeoutError(error)) throw noReportError(context)
    throw linkFailure(error, t0Origin)
  }
}

/** Without a host: the cloud passes T0 on, and shows the last report of the lock. */
const overCloud = async (
  context: LockContext,
  value: string,
  signal: AbortSignalLike | undefined,
): Promise<void> => {
  const { call, clock, deviceId, reportTimeoutMs } = context
  const commands = [{ code: T0_CODE, value }]
  try {
    const isAccepted = await call('device.control', { device_id: deviceId, commands }, { signal })
    if (!isAccepted)
      throw offlineError(SEND_T0, 'not-accepted', 'Check whether the lock has this data point.')
  } catch (error) {
    if (!isLostAnswer(error)) throw error
  }
  // Counted, because the clock may be set back.
  for (let waitedMs = 0; ; waitedMs += POLL_INTERVAL_MS) {
    if (await cloudShowsT0(context, value, signal)) return
    if (waitedMs >= reportTimeoutMs) throw noReportError(context)
    await delay(POLL_INTERVAL_MS, clock, t0Origin, signal)
  }
}

const noReportError = ({ reportTimeoutMs }: LockContext) =>
  new TimeoutError(t0Origin, reportTimeoutMs, 'unknown')

/** False if the status cannot be read, because the first failure is more informative. */
const cloudShowsT0 = async (
  { call, deviceId }: LockContext,
  value: string,
  signal?: AbortSignalLike,
): Promise<boolean> => {
  try {
    const status = await call('device.status', { device_id: deviceId }, { signal })
    return status.some((point) => point.code === T0_CODE && isT0(point.value, value))
  } catch {
    return false
  }
}
