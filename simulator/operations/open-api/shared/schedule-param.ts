import { type Check, optional } from '../../../checks/check'
import { isObject, listOf, readObject } from '../../../checks/composite-values'
import { boolean, optionalText, urlInteger } from '../../../checks/values'
import { jsonObject } from '../../../protocols/json-object'
import { refuse } from '../../../refusal'
import type { Validity } from '../../../world/member'

/** Text in the table, a number in the sample. */
const seconds = urlInteger({ min: 1_000_000_000, max: 9_999_999_999 })
/** A number in the table, text in the sample. */
const minuteOfDay = optional(urlInteger({ max: 1_440 }))

const fields = {
  permanent: optional(boolean),
  effective_time: optional(seconds),
  expired_time: optional(seconds),
  schedule_details: optional(
    listOf({
      start_minute: minuteOfDay,
      end_minute: minuteOfDay,
      working_day: optional(urlInteger({ max: 0b1111111 })),
      time_zone_id: optionalText,
      all_day: optional(boolean),
    }),
  ),
}

/** Most names of the sample are in camelCase. */
const snakeCased = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(snakeCased)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeCased(field),
    ]),
  )
}

/** An object, or its JSON text; absent for permanent access. */
export const scheduleParam: Check<Omit<Validity, 'operate'> | undefined> = {
  optional: false,
  read: (value, name) => {
    if (value === undefined || value === null) return refuse('param is empty', name)
    const schedule = snakeCased(typeof value === 'string' ? jsonObject(value) : value)
    if (!isObject(schedule)) return refuse('param type error', name)
    const { permanent, effective_time, expired_time, schedule_details } = readObject(
      fields,
      schedule,
      `${name}.`,
    )
    if (permanent === true) return undefined
    if (effective_time === undefined || expired_time === undefined)
      return refuse('param is empty', `${name}.effective_time and ${name}.expired_time`)
    if (expired_time <= effective_time) return refuse('param is illegal', `${name}.expired_time`)
    return {
      effectiveTime: effective_time,
      expiredTime: expired_time,
      ...(schedule_details !== undefined && {
        days: schedule_details.map((day) => ({
          startMinute: day.start_minute ?? 0,
          endMinute: day.end_minute ?? 1_440,
          workingDay: day.working_day ?? 0b1111111,
          allDay: day.all_day ?? (day.start_minute === undefined && day.end_minute === undefined),
          ...(day.time_zone_id !== undefined && { timeZoneId: day.time_zone_id }),
        })),
      }),
    }
  },
}
