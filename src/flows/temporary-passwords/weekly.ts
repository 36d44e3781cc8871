import type { Issue } from '../../core/errors/issue'
import type { Weekday, WeeklyHours } from '../../data-points/raw/validity'
import { dayMask, daysOf } from '../shared/day-mask'
import { MINUTES_OF_A_DAY, type ReadHours, readHours } from '../shared/weekly-hours'

const dayNames = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const

/** A day of the week by its name, or by its number: 0 is Sunday. */
export type Day = (typeof dayNames)[number] | Weekday

/** Weekly hours of a password. Hours over midnight are two entries: until minute 1440, and from minute 0. */
export interface WeeklyTimes {
  readonly days: readonly Day[]
  /** Minutes of the day, 0 to 1440. */
  readonly fromMinute: number
  /** Minutes of the day, after `fromMinute`. */
  readonly toMinute: number
}

/** One entry of weekly hours, or several. */
export type Weekly = WeeklyTimes | readonly WeeklyTimes[]

/** The three fields of a schedule in both families. */
export interface ScheduleRow {
  readonly effective_time?: number | undefined
  readonly invalid_time?: number | undefined
  readonly working_day?: number | undefined
}

const numberOf = (day: Day): number => (typeof day === 'number' ? day : dayNames.indexOf(day))

const isList = (weekly: Weekly): weekly is readonly WeeklyTimes[] => Array.isArray(weekly)
const listOf = (weekly: Weekly): readonly WeeklyTimes[] => (isList(weekly) ? weekly : [weekly])

const hoursOf = ({ days, fromMinute, toMinute }: WeeklyTimes): WeeklyHours => ({
  // Via the bit mask: sorted, without duplicates.
  days: daysOf(dayMask(days.map((day) => numberOf(day) as Weekday))),
  fromMinute,
  toMinute,
})

export const weeklyHours = (weekly: Weekly): readonly WeeklyHours[] => listOf(weekly).map(hoursOf)

/** The rows of `schedule_list`. */
export const scheduleRows = (weekly: readonly WeeklyHours[]) =>
  weekly.map(({ days, fromMinute, toMinute }) => ({
    effective_time: fromMinute,
    invalid_time: toMinute,
    working_day: dayMask(days),
  }))

/** From `schedule_list`. */
export const weeklyOf = (rows: readonly ScheduleRow[] = []): ReadHours =>
  readHours(
    rows.map(({ effective_time: from, invalid_time: to, working_day: days }) => ({
      from,
      to,
      days,
    })),
  )

export const isAllDay = ({ fromMinute, toMinute }: WeeklyHours): boolean =>
  fromMinute === 0 && toMinute === MINUTES_OF_A_DAY

export const weeklyIssues = (weekly: Weekly): readonly Issue[] => {
  if (listOf(weekly).length === 0)
    return [{ path: 'weekly', message: 'expected at least one entry' }]
  const issues: Issue[] = []
  listOf(weekly).forEach((times, index) => {
    // A JavaScript caller may pass undefined.
    const { days, fromMinute, toMinute }: Partial<WeeklyTimes> = times ?? {}
    const path = isList(weekly) ? `weekly[${index}]` : 'weekly'
    if (!Array.isArray(days) || days.length === 0 || !days.every(isDay))
      issues.push({
        path: `${path}.days`,
        message: 'expected days of the week, from sunday or 0 to saturday or 6',
      })
    if (!isMinute(fromMinute) || !isMinute(toMinute) || fromMinute >= toMinute)
      issues.push({
        path: `${path}.toMinute`,
        message:
          'expected minutes of a day, 0 to 1440, after fromMinute; hours over midnight are two entries',
      })
  })
  return issues
}

const isDay = (day: Day): boolean => dayNames[numberOf(day)] !== undefined
const isMinute = (minute: number): boolean =>
  Number.isInteger(minute) && minute >= 0 && minute <= MINUTES_OF_A_DAY
