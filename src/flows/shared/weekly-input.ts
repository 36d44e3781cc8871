import type { Issue } from '../../core/errors/issue'
import { isObject } from '../../core/options/check'
import type { Weekday, WeeklyHours } from '../../data-points/raw/validity'
import { dayMask, daysOf } from './day-mask'
import { MINUTES_OF_A_DAY } from './weekly-hours'

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

/** Weekly hours. Hours over midnight are two entries: until minute 1440, and from minute 0. */
export interface WeeklyTimes {
  /** The days of the hours, in any order. */
  readonly days: readonly Day[]
  /** Minutes of the day, 0 to 1440. */
  readonly fromMinute: number
  /** Minutes of the day, after `fromMinute`. */
  readonly toMinute: number
}

/** One entry of weekly hours, or several. */
export type Weekly = WeeklyTimes | readonly WeeklyTimes[]

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

/**
 * The issues of an input, which may come from JavaScript. `most` is the number of entries that the operation can carry; an
 * empty list is an issue, because a cloud reads it as no limit.
 */
export const weeklyIssues = (
  weekly: Weekly,
  at = 'weekly',
  most = Number.POSITIVE_INFINITY,
): readonly Issue[] => {
  const entries = listOf(weekly)
  if (entries.length === 0) return [{ path: at, message: 'expected at least one entry' }]
  if (entries.length > most)
    return [{ path: at, message: 'expected one entry: this operation has no more' }]
  const issues: Issue[] = []
  entries.forEach((times, index) => {
    const path = isList(weekly) ? `${at}[${index}]` : at
    for (const issue of issuesOf(times, path)) issues.push(issue)
  })
  return issues
}

const issuesOf = (times: unknown, path: string): readonly Issue[] => {
  if (!isObject(times)) return [{ path, message: 'expected days, fromMinute and toMinute' }]
  const { days, fromMinute, toMinute } = times as Partial<WeeklyTimes>
  const issues: Issue[] = []
  if (!Array.isArray(days) || days.length === 0 || !days.every(isDay))
    issues.push({
      path: `${path}.days`,
      message: 'expected days of the week, from sunday or 0 to saturday or 6',
    })
  if (!isMinute(fromMinute))
    issues.push({ path: `${path}.fromMinute`, message: 'expected a minute of the day, 0 to 1440' })
  if (!isMinute(toMinute) || (isMinute(fromMinute) && fromMinute >= toMinute))
    issues.push({
      path: `${path}.toMinute`,
      message:
        'expected a minute of the day, 0 to 1440, after fromMinute; hours over midnight are two entries',
    })
  return issues
}

const isDay = (day: Day): boolean => dayNames[numberOf(day)] !== undefined
const isMinute = (minute: unknown): minute is number =>
  Number.isInteger(minute) && Number(minute) >= 0 && Number(minute) <= MINUTES_OF_A_DAY
