import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { dayMask } from '../shared/day-mask'
import { isTimeMs, isTimeZone, ZONE_MESSAGE, ZONE_MISSING } from '../shared/time-checks'
import { type HoursRow, MINUTES_OF_A_DAY, readHours } from '../shared/weekly-hours'
import { weeklyHours, weeklyIssues } from '../shared/weekly-input'
import type { Member, NewMemberValidity } from './member'

const SECOND_MS = 1000

/** Weekly hours in one of three operations. */
interface ScheduleRow {
  readonly all_day?: boolean | undefined
  readonly working_day?: number | undefined
  readonly time_zone_id?: string | undefined
  /** Minutes of the day, over REST. */
  readonly start_minute?: number | undefined
  readonly end_minute?: number | undefined
  /** The same in `doorLock.listUsers`. */
  readonly effective_time?: number | undefined
  readonly invalid_time?: number | undefined
}

/** The validity of a user in three operations. */
export interface Schedule {
  readonly permanent?: boolean | undefined
  /** Seconds since 1970. */
  readonly effective_time?: number | undefined
  readonly expired_time?: number | undefined
  readonly delivery_status?: string | undefined
  readonly schedule_details?: readonly ScheduleRow[] | undefined
}

const deliveries: Readonly<Record<string, Member['validityDelivery']>> = {
  ONGOING: 'ongoing',
  SUCCESS: 'delivered',
  FAILED: 'failed',
}

const hoursRowOf = (row: ScheduleRow): HoursRow => ({
  from: row.start_minute ?? row.effective_time,
  to: row.end_minute ?? row.invalid_time,
  days: row.working_day,
  isAllDay: row.all_day,
})

/** The validity of a schedule; empty if it has neither an end nor the permanent flag. */
export const validityOf = (
  schedule: Schedule | undefined,
): Pick<Member, 'validity' | 'validityDelivery' | 'hasUnreadableHours'> => {
  if (schedule === undefined) return {}
  const { permanent, effective_time, expired_time, schedule_details = [] } = schedule
  if (permanent === true) return { validity: { permanent: true } }
  if (effective_time === undefined || expired_time === undefined) return {}
  const timeZone = schedule_details.map((row) => row.time_zone_id).find((zone) => zone)
  const { weekly, hasUnreadableHours } = readHours(schedule_details.map(hoursRowOf))
  const delivery = deliveries[schedule.delivery_status ?? '']
  return {
    validity: {
      fromMs: effective_time * SECOND_MS,
      toMs: expired_time * SECOND_MS,
      ...(weekly !== undefined && { weekly }),
      ...(timeZone !== undefined && { timeZone }),
    },
    ...(hasUnreadableHours && { hasUnreadableHours }),
    ...(delivery !== undefined && { validityDelivery: delivery }),
  }
}

/** The parameters of `…/schedule`; throws a ParamsError. */
export const scheduleOf = (validity: NewMemberValidity, origin: ErrorOrigin) => {
  if (validity.permanent === true) return { permanent: true }
  const issues = issuesOf(validity)
  if (issues.length > 0) throw new ParamsError(origin, issues)
  const { fromMs, toMs, weekly, timeZone } = validity
  return {
    permanent: false,
    effective_time: Math.floor(fromMs / SECOND_MS),
    expired_time: Math.floor(toMs / SECOND_MS),
    ...(weekly !== undefined && {
      schedule_details: weeklyHours(weekly).map(({ days, fromMinute, toMinute }) => ({
        start_minute: fromMinute,
        end_minute: toMinute,
        working_day: dayMask(days),
        all_day: fromMinute === 0 && toMinute === MINUTES_OF_A_DAY,
        ...(timeZone !== undefined && { time_zone_id: timeZone }),
      })),
    }),
  }
}

type Period = Exclude<NewMemberValidity, { readonly permanent: true }>

const issuesOf = ({ fromMs, toMs, weekly, timeZone }: Period) => [
  ...(isTimeMs(fromMs)
    ? []
    : [{ path: 'validity.fromMs', message: 'expected milliseconds since 1970' }]),
  ...(isTimeMs(toMs) && !(toMs - fromMs < SECOND_MS)
    ? []
    : [{ path: 'validity.toMs', message: 'expected a time at least a second after fromMs' }]),
  ...(weekly === undefined ? [] : weeklyIssues(weekly, 'validity.weekly')),
  ...(weekly !== undefined && timeZone === undefined
    ? [{ path: 'validity.timeZone', message: ZONE_MISSING }]
    : []),
  ...(timeZone === undefined || isTimeZone(timeZone)
    ? []
    : [{ path: 'validity.timeZone', message: ZONE_MESSAGE }]),
]
