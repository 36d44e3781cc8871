import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isSdkError } from '../../core/errors/sdk-error'
import { isTimeoutError } from '../../core/errors/timeout-error'
import { isTransportError } from '../../core/errors/transport-error'
import { firstValue } from '../../core/rx/first-value'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { DpValues } from '../../data-points/data-points'
import { exchange } from '../../data-points/exchange'
import { type CheckCodeSetReport, checkCodeSetReport } from '../../data-points/raw/check-code-set'
import type { LockContext, ResultOfCall } from '../shared/lock-context'
import { bleError, errorOfResult } from './ble-error'
import type { BleLink } from './ble-link'

export type IssuedRandom = ResultOfCall<'doorLock.getIssuedConfig'>['lock_random']

/** Sends the random number for the next instruction to the lock; fails with a reason if the lock rejects it. */
export const sendRandom = async (
  { clock, reportTimeoutMs: timeoutMs }: LockContext,
  { dataPoints }: Pick<BleLink, 'dataPoints'>,
  { dev_unlock_id, wake_up_ins }: IssuedRandom,
  origin: ErrorOrigin,
  signal: AbortSignalLike,
): Promise<void> => {
  const answer = exchange(dataPoints, {
    send: { check_code_set: wake_up_ins },
    matches: (report) => readReport(report)?.slaveId === dev_unlock_id.toLowerCase(),
    timeoutMs,
    clock,
  })
  const report = await firstValue(answer, origin, signal).catch((error: unknown) => {
    if (isTimeoutError(error)) throw bleError(origin, 'no-report')
    // The app's Bluetooth stack may fail with any value.
    throw isSdkError(error) && !isTransportError(error) ? error : bleError(origin, 'link-broken')
  })
  const result = readReport(report)?.result ?? 'ok'
  if (result !== 'ok') throw errorOfResult(origin, result)
}

const readReport = ({ check_code_set }: DpValues): CheckCodeSetReport | undefined => {
  const read = checkCodeSetReport.decode(check_code_set)
  return read._tag === 'Right' ? read.right : undefined
}
