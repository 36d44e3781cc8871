import { type CheckedBy, optional } from '../../../checks/check'
import { jsonText, listOf } from '../../../checks/composite-values'
import { boolean, integer } from '../../../checks/values'
import type { PasswordSchedule } from '../../../world/temporary-password'
import { ALL_DAY } from '../../../world/validity'

const minutes = optional(integer({ max: ALL_DAY.until }))
const time = {
  allDay: optional(boolean),
  effectiveTime: minutes,
  invalidTime: minutes,
  workingDay: optional(integer({ max: ALL_DAY.days })),
}

/** The weekly schedule of a password, as JSON text. */
export const scheduleText = jsonText(listOf(time))

/** An absent field is no limit. */
export const scheduleOf = (times: readonly CheckedBy<typeof time>[]): readonly PasswordSchedule[] =>
  times.map(({ allDay = false, effectiveTime, invalidTime, workingDay }) => ({
    effective_time: allDay ? ALL_DAY.from : (effectiveTime ?? ALL_DAY.from),
    invalid_time: allDay ? ALL_DAY.until : (invalidTime ?? ALL_DAY.until),
    working_day: workingDay ?? ALL_DAY.days,
  }))

const always: PasswordSchedule = {
  effective_time: ALL_DAY.from,
  invalid_time: ALL_DAY.until,
  working_day: ALL_DAY.days,
}

export const detailsOf = (schedule: readonly PasswordSchedule[] = [always]) =>
  schedule.map(({ effective_time, invalid_time, working_day }) => ({
    allDay: effective_time === ALL_DAY.from && invalid_time === ALL_DAY.until,
    effectiveTime: effective_time,
    invalidTime: invalid_time,
    workingDay: working_day,
  }))
