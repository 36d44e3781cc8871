import type { WeeklyHours } from '../../data-points/raw/validity'
import { ALL_DAYS, dayMask, daysOf } from './day-mask'

export const MINUTES_OF_A_DAY = 1_440

/** The weekly hours of a row of the cloud, whatever its fields are called; a missing value is no limit. */
export interface HoursRow {
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly days?: number | undefined
  readonly isAllDay?: boolean | undefined
}

/** What a schedule of the cloud says. */
export interface ReadHours {
  /** Absent: always, or not understood. */
  readonly weekly?: readonly WeeklyHours[]
  /** The cloud shows numbers that are no minutes or no days. */
  readonly hasUnreadableHours?: true
}

/**
 * Reads a schedule. The cloud of keypads stores minutes and a mask with bit 0 for Sunday, and shows hours as HHMM and the
 * mask with its bits reversed, as clients report: 660, 900, 2 becomes 1100, 1500, 64. A minute after the end of the day and
 * a mask of more than seven bits are therefore no hours.
 */
export const readHours = (rows: readonly HoursRow[] = []): ReadHours => {
  const weekly = rows.map(hoursOf)
  if (weekly.some((hours) => hours === undefined)) return { hasUnreadableHours: true }
  const hours = weekly as readonly WeeklyHours[]
  return hours.length === 0 || hours.some(isAlways) ? {} : { weekly: hours }
}

/** The documents have no mask without a day, so 0 is no limit. */
const hoursOf = ({ from = 0, to, days = 0, isAllDay }: HoursRow): WeeklyHours | undefined => {
  const mask = days === 0 ? ALL_DAYS : days
  const isWholeDay = isAllDay === true || (from === 0 && (to === undefined || to === 0))
  const hours = {
    days: daysOf(mask),
    fromMinute: isWholeDay ? 0 : from,
    toMinute: isWholeDay ? MINUTES_OF_A_DAY : (to ?? MINUTES_OF_A_DAY),
  }
  const isReadable = mask > 0 && mask <= ALL_DAYS && from >= 0 && hours.toMinute <= MINUTES_OF_A_DAY
  return isReadable && hours.fromMinute < hours.toMinute ? hours : undefined
}

const isAlways = (hours: WeeklyHours): boolean =>
  hours.fromMinute === 0 &&
  hours.toMinute >= MINUTES_OF_A_DAY - 1 &&
  dayMask(hours.days) === ALL_DAYS

/** Whether a cloud that stored `stored` may show `shown`: as it is, or as the cloud of keypads shows it. */
export const mayShow = (
  stored: readonly WeeklyHours[] | undefined,
  { weekly: shown, hasUnreadableHours }: ReadHours,
): boolean => {
  if (hasUnreadableHours === true || stored === undefined || shown === undefined)
    return hasUnreadableHours === true || stored === shown
  return (
    shown.length === stored.length &&
    stored.every((hours, index) => {
      const other = shown[index] as WeeklyHours
      return isEqual(hours, other) || isEqual(asKeypadShows(hours), other)
    })
  )
}

const isEqual = (one: WeeklyHours, other: WeeklyHours): boolean =>
  one.fromMinute === other.fromMinute &&
  one.toMinute === other.toMinute &&
  dayMask(one.days) === dayMask(other.days)

const asKeypadShows = ({ days, fromMinute, toMinute }: WeeklyHours): WeeklyHours => ({
  days: daysOf(reversedByte(dayMask(days))),
  fromMinute: hhmm(fromMinute),
  toMinute: hhmm(toMinute),
})

const hhmm = (minute: number): number => Math.floor(minute / 60) * 100 + (minute % 60)

const reversedByte = (mask: number): number => {
  let reversed = 0
  for (let bit = 0; bit < 8; bit++) if ((mask & (1 << bit)) !== 0) reversed |= 1 << (7 - bit)
  return reversed
}
