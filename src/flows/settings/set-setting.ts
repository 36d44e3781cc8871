import { CancelledError } from '../../core/errors/cancelled-error'
import { isOutcomeUnknownError, OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { ParamsError } from '../../core/errors/params-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { DpDefinition } from '../../data-points/dp-definition'
import type { LockContext } from '../shared/lock-context'
import { readBack } from '../shared/read-back'
import { type IsAnswer, sendSetting } from './send-setting'
import type { SettingValue } from './setting'
import { origin, type SettingSource } from './setting-source'
import { reportedValue, transmittedValue } from './values'

/** The value as it is transmitted; throws a ParamsError for a value that the lock does not accept. */
export const checkValue = (definition: DpDefinition, value: unknown): SettingValue => {
  if (definition.mode === 'ro')
    throw new ParamsError(origin, [
      { path: definition.code, message: 'the lock only reports this setting' },
    ])
  const transmitted = transmittedValue(definition, value)
  if ('wire' in transmitted) return transmitted.wire
  throw new ParamsError(origin, [
    { path: definition.code, message: `expected ${transmitted.expected}` },
  ])
}

/**
 * Sends a checked value once, and resolves with what the lock reported. A lock may report another value than the sent one;
 * the value from before the command is no answer, because a host may repeat its last report. Without a report, a read decides.
 */
export const setSetting = async (
  context: LockContext,
  source: SettingSource,
  definition: DpDefinition,
  wire: SettingValue,
  signal: AbortSignalLike,
): Promise<SettingValue> => {
  const requested = reportedValue(definition, wire)
  const read = async (limits: CallOptions) =>
    reportedValue(definition, (await source.values(limits))[definition.code])
  // A value that cannot be read does not prevent the command.
  const before = await read({ signal }).catch(() => undefined)
  if (signal.aborted) throw new CancelledError(origin, 'not-sent', true)
  const isAnswer: IsAnswer = (value): value is SettingValue =>
    value !== undefined && (value === requested || (before !== undefined && value !== before))

  let lost: unknown
  try {
    const reported = await sendSetting(context, source, definition, wire, isAnswer, signal)
    if (reported !== undefined) return reported
  } catch (error) {
    if (!isOutcomeUnknownError(error)) throw error
    // The lock had that value before: no read shows whether it received the command.
    if (before === requested) throw error
    lost = error
  }
  const readAnswer = async (limits: CallOptions) => {
    const value = await read(limits)
    return isAnswer(value) ? value : undefined
  }
  const shown = await (source.isHostRead
    ? readAnswer({ signal })
    : readBack(readAnswer, context, origin)
  ).catch(() => undefined)
  if (shown !== undefined) return shown
  throw lost ?? new OutcomeUnknownError(origin, 'unconfirmed', source.cloud?.check)
}
