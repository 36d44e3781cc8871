import { LockError } from '../../core/errors/lock-error'
import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { isTimeoutError } from '../../core/errors/timeout-error'
import { isTransportError } from '../../core/errors/transport-error'
import { firstValue } from '../../core/rx/first-value'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { DpDefinition } from '../../data-points/dp-definition'
import { exchange } from '../../data-points/exchange'
import { linkFailure } from '../shared/link-failure'
import type { LockContext } from '../shared/lock-context'
import type { SettingValue } from './setting'
import { origin, type SettingSource } from './setting-source'
import { reportedValue } from './values'

/** The `reason` of a `LockError` of this flow: the cloud answered that it did not accept the value. */
export type SettingFailure = 'refused'

/** Whether a value that the lock shows is an answer to the command. */
export type IsAnswer = (value: SettingValue | undefined) => value is SettingValue

/**
 * Sends a value once. Resolves with what the lock reports, or with undefined over the cloud, which reports only that it
 * accepted the value. Fails with an OutcomeUnknownError if the report is lost.
 */
export const sendSetting = async (
  { clock, reportTimeoutMs, options }: LockContext,
  { cloud }: SettingSource,
  definition: DpDefinition,
  wire: SettingValue,
  isAnswer: IsAnswer,
  signal: AbortSignalLike,
): Promise<SettingValue | undefined> => {
  const { code } = definition
  const { dataPoints } = options
  if (dataPoints === undefined) {
    if ((await cloud?.send(code, wire, { signal })) === false)
      throw new LockError<SettingFailure>(
        origin,
        'refused',
        'The cloud did not accept the value. Read the setting.',
      )
    return undefined
  }
  const report$ = exchange(dataPoints, {
    send: { [code]: wire },
    matches: (report) => isAnswer(reportedValue(definition, report[code])),
    timeoutMs: reportTimeoutMs,
    clock,
  })
  try {
    return reportedValue(definition, (await firstValue(report$, origin, signal))[code])
  } catch (error) {
    const failure = linkFailure(error, origin)
    if (!isTransportError(failure) || failure.delivery === 'not-sent') throw failure
    const cause = isTimeoutError(failure) ? 'unconfirmed' : failure
    throw new OutcomeUnknownError(origin, cause, cloud?.check)
  }
}
