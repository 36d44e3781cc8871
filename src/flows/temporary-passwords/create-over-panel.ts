import { isOutcomeUnknownError, OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { WeeklyHours } from '../../data-points/raw/validity'
import { callCipher } from '../shared/call-host'
import { dayMask } from '../shared/day-mask'
import { readBack } from '../shared/read-back'
import { weeklyHours } from '../shared/weekly-input'
import { PANEL_LIST as LIST, PANEL_CREATE } from './channels'
import { CREATE, type Creation, onlyMatch } from './creation'
import { reconcile, throwUnlessDone } from './reconcile'
import { windowAt } from './validate'
import { isAllDay } from './weekly'

const origin = { action: CREATE, family: 'panel' } as const

/**
 * `tuya.m.device.lock.temppwd.create` (document 004, lines 540-585). It answers only with a flag, so the new password is
 * read from the list.
 */
export const createOverPanel: Creation = (context) => {
  const { cloudNow, deviceId, options } = context
  const { panelPasswordCipher } = options
  if (panelPasswordCipher === undefined)
    throw new UnsupportedError(origin, 'the option panelPasswordCipher is missing.')
  return async ({ input, pin, find }) => {
    const password = await callCipher(() => panelPasswordCipher(pin), context, origin)
    const window = windowAt(cloudNow(), input)
    const readCreated = async (options: CallOptions) =>
      onlyMatch(await find(window, options), origin, LIST)
    try {
      const isDone = await context.call(PANEL_CREATE, {
        devId: deviceId,
        password,
        name: input.name,
        effectiveTime: window.effective_time,
        invalidTime: window.invalid_time,
        availTime: input.once === true ? 1 : 0,
        ...(input.weekly !== undefined && { schedule: scheduleOf(weeklyHours(input.weekly)) }),
        ...(input.phone !== undefined && { phone: input.phone }),
      })
      throwUnlessDone(isDone, origin)
    } catch (error) {
      return reconcile(error, readCreated, context, origin)
    }
    const created = await readBack(readCreated, context, origin).catch((error: unknown) => {
      if (isOutcomeUnknownError(error)) throw error
    })
    if (created === undefined) throw new OutcomeUnknownError(origin, 'not-seen-yet', LIST)
    return created
  }
}

const scheduleOf = (weekly: readonly WeeklyHours[]) =>
  weekly.map((hours) => ({
    allDay: isAllDay(hours),
    effectiveTime: hours.fromMinute,
    invalidTime: hours.toMinute,
    workingDay: dayMask(hours.days),
  }))
