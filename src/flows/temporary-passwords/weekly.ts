import type { WeeklyHours } from '../../data-points/raw/validity'
import { dayMask } from '../shared/day-mask'
import { MINUTES_OF_A_DAY, type ReadHours, readHours } from '../shared/weekly-hours'

/** The three fields of a schedule in both families. */
export interface ScheduleRow {
  readonly effective_time?: number | undefined
  readonly invalid_time?: number | undefined
  readonly working_day?: number | undefined
}

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
