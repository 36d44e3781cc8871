import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { isTimeoutError, TimeoutError } from '../../core/errors/timeout-error'
import { isTransportError } from '../../core/errors/transport-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { delay, firstValue } from '../../core/rx/first-value'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { DataPoints } from '../../data-points/data-points'
import { exchange } from '../../data-points/exchange'
import { linkFailure } from '../shared/link-failure'
import type { LockContext } from '../shared/lock-context'
import { offlineError, SEND_T0, t0Origin } from './offline-error'

export const T0_CODE = 'password_offline_time'

const LOOK_EVERY_MS = 1_000

/** Some locks write hexadecimal digits as capitals. */
export const isT0 = (reported: unknown, value: string): boolean =>
  typeof reported === 'string' && reported.toLowerCase() === value

/** Gives a lock its T0, and ends when the lock has said that it has it. */
export const deliverT0 = async (
  context: LockContext,
  value: string,
  signal: AbortSignalLike | undefined,
): Promise<void> => {
  const { dataPoints } = context.options
  if (dataPoints !== undefined) return overData(context, dataPoints, value, signal)
  if (context.supports('device.control') && context.supports('device.status'))
    return overCloud(context, value, signal)
  throw new UnsupportedError(
    t0Origin,
    'this panel has no way to the data points of the lock: hand in dataPoints.',
  )
}

const overData = async (
  context: LockContext,
  dataPoints: DataPoints,
  value: string,
  signal: AbortSignalLike | undefined,
): Promise<void> => {
  const { clock, reportTimeoutMs } = context
  const answer = exchange(dataPoints, {
    send: { [T0_CODE]: value },
    // A lock that has just been reached tells its old value first.
    matches: (report) => isT0(report[T0_CODE], value),
    timeoutMs: reportTimeoutMs,
    scheduler: clock,
  })
  try {
    await firstValue(answer, t0Origin, signal)
  } catch (error) {
    // Only the report may be lost; the cloud hears of it on a way of its own.
    if (
      isLost(error) &&
      context.supports('device.status') &&
      (await seesT0(context, value, signal))
    )
      return
    if (isTimeoutError(error)) throw silence(context)
    throw linkFailure(error, t0Origin)
  }
}

/** Where no host is at hand: the cloud passes it on, and shows what the lock last reported. */
const overCloud = async (
  context: LockContext,
  value: string,
  signal: AbortSignalLike | undefined,
): Promise<void> => {
  const { call, clock, deviceId, reportTimeoutMs } = context
  const commands = [{ code: T0_CODE, value }]
  try {
    const isTaken = await call('device.control', { device_id: deviceId, commands }, { signal })
    if (!isTaken)
      throw offlineError(SEND_T0, 'not-taken', 'Look whether the lock has this data point.')
  } catch (error) {
    if (!isLost(error)) throw error
  }
  // Counted, because somebody can set the clock back.
  for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
    if (await seesT0(context, value, signal)) return
    if (waitedMs >= reportTimeoutMs) throw silence(context)
    await delay(LOOK_EVERY_MS, clock, t0Origin, signal)
  }
}

const silence = ({ reportTimeoutMs }: LockContext) =>
  new TimeoutError(t0Origin, reportTimeoutMs, 'unknown')

const isLost = (error: unknown): boolean =>
  isOutcomeUnknownError(error) || (isTransportError(error) && error.delivery === 'unknown')

/** A look that fails shows nothing; the failure that led to it says more. */
const seesT0 = async (
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
