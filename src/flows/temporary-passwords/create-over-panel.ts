import { isOutcomeUnknownError, OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { ResponseError } from '../../core/errors/response-error'
import type { SdkError } from '../../core/errors/sdk-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { WeeklyHours } from '../../data-points/raw/validity'
import { callCipher } from '../shared/call-host'
import { dayMask } from '../shared/day-mask'
import { CREATE, type Creation, onlyOf } from './creation'
import { lookFor, recovered, throwUnlessDone } from './outcome'
import { windowAt } from './wanted'
import { isAllDay, weeklyHours } from './weekly'

const origin = { action: CREATE, family: 'panel' } as const
const LIST = 'tuya.m.device.lock.temppwd.list'

/**
 * `tuya.m.device.lock.temppwd.create` (document 004, lines 540-585): answers yes, and no more, so that the list has to
 * tell which password that was.
 */
export const createOverPanel: Creation = (context) => {
  const { clock, deviceId, options } = context
  const { panelPasswordCipher } = options
  if (panelPasswordCipher === undefined)
    throw new UnsupportedError(
      origin,
      'the panel API has no ticket, and this lock was made without a panelPasswordCipher.',
    )
  return async ({ wanted, digits, find }) => {
    const password = await callCipher(() => panelPasswordCipher(digits), context, origin)
    const sent = windowAt(clock.now(), wanted)
    const look = async () => onlyOf(await find(sent), origin, LIST)
    try {
      const isDone = await context.call('tuya.m.device.lock.temppwd.create', {
        devId: deviceId,
        password,
        name: wanted.name,
        effectiveTime: sent.effective_time,
        invalidTime: sent.invalid_time,
        availTime: wanted.once === true ? 1 : 0,
        ...(wanted.weekly !== undefined && { schedule: scheduleOf(weeklyHours(wanted.weekly)) }),
        ...(wanted.phone !== undefined && { phone: wanted.phone }),
      })
      throwUnlessDone(isDone, origin)
    } catch (error) {
      return recovered(error, look, context, origin)
    }
    const found = await lookFor(look, context, origin).catch((error: SdkError) => {
      throw isOutcomeUnknownError(error) ? error : new OutcomeUnknownError(origin, error, LIST)
    })
    if (found === undefined) throw new OutcomeUnknownError(origin, notListed(), LIST)
    return found
  }
}

const notListed = () =>
  new ResponseError({ action: LIST }, [{ path: '', message: 'expected the new password' }])

const scheduleOf = (weekly: readonly WeeklyHours[]) =>
  weekly.map((hours) => ({
    allDay: isAllDay(hours),
    effectiveTime: hours.fromMinute,
    invalidTime: hours.toMinute,
    workingDay: dayMask(hours.days),
  }))
