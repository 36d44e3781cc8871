import type { ByteField } from './byte-field'
import { timeMs } from './byte-field'
import type { ByteReader } from './byte-reader'
import { invalid, listOf, objectOf, within } from './invalid-field'

/** 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** The validity of a method: milliseconds since 1970. The lock has whole seconds, so a fraction is cut off. */
export interface Validity {
  /** The start, milliseconds since 1970. */
  readonly fromMs: number
  /** The end, milliseconds since 1970. */
  readonly toMs: number
  /** The hours of some days of the week, within the start and the end. @default always */
  readonly weekly?: WeeklyHours
}

/** Hours of some days of the week. */
export interface WeeklyHours {
  /** Sorted, without duplicates. */
  readonly days: readonly Weekday[]
  /** Minutes of the day. */
  readonly fromMinute: number
  /** Minutes of the day, up to 1440. */
  readonly toMinute: number
}

/** The value of the vendor's own panels for a permanent method: 1999-12-31 16:00 to 2030-12-31 15:59:59 UTC. */
export const permanent: Validity = { fromMs: 946_656_000_000, toMs: 1_924_963_199_000 }

const ALL_DAY = [0, 0, 0, 0, 0, 0, 0, 0, 0]
const WEEKLY = [2, 0, 0, 0]
const HOURS_LENGTH = 5
const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]
const MINUTES_OF_A_DAY = 24 * 60

/** The time block of 17 bytes: start, end, and nine bytes for weekly hours, which are zero for no limit. */
export const validityBlock: ByteField<Validity> = {
  read: (reader) => {
    const fromMs = timeMs.read(reader)
    const toMs = timeMs.read(reader)
    const hours = reader.take(ALL_DAY.length)
    if (fromMs === undefined || toMs === undefined || hours === undefined) return undefined
    if (hours.every((byte) => byte === 0)) return { fromMs, toMs }
    const weekly = weeklyOf(hours, reader)
    return weekly && { fromMs, toMs, weekly }
  },
  write: (validity) => {
    const { fromMs, toMs, weekly } = objectOf(validity)
    return [
      ...within('fromMs', () => timeMs.write(fromMs)),
      ...within('toMs', () => timeMs.write(toMs)),
      ...(weekly === undefined || weekly === null
        ? ALL_DAY
        : within('weekly', () => [...WEEKLY, ...hoursOf(objectOf(weekly))])),
    ]
  },
}

const weeklyOf = (bytes: readonly number[], reader: ByteReader): WeeklyHours | undefined => {
  const [mask = 0, fromHour = 0, fromMinutes = 0, toHour = 0, toMinutes = 0] = bytes.slice(
    -HOURS_LENGTH,
  )
  if (WEEKLY.some((byte, at) => bytes[at] !== byte) || mask > 0x7f)
    return reader.fail('expected weekly hours')
  const fromMinute = fromHour * 60 + fromMinutes
  const toMinute = toHour * 60 + toMinutes
  if (
    fromMinutes > 59 ||
    toMinutes > 59 ||
    fromMinute > MINUTES_OF_A_DAY ||
    toMinute > MINUTES_OF_A_DAY
  )
    return reader.fail('expected hours and minutes')
  return { days: weekdays.filter((day) => (mask & (1 << day)) !== 0), fromMinute, toMinute }
}

const hoursOf = ({ days, fromMinute, toMinute }: WeeklyHours): readonly number[] => [
  within('days', () => maskOf(listOf(days))),
  ...within('fromMinute', () => clockOf(fromMinute)),
  ...within('toMinute', () => clockOf(toMinute)),
]

const maskOf = (days: readonly Weekday[]): number =>
  days.every((day) => weekdays.includes(day))
    ? days.reduce<number>((bits, day) => bits | (1 << day), 0)
    : invalid('expected days from 0, Sunday, to 6')

const clockOf = (minute: number): readonly [number, number] =>
  Number.isInteger(minute) && minute >= 0 && minute <= MINUTES_OF_A_DAY
    ? [Math.floor(minute / 60), minute % 60]
    : invalid('expected minutes of a day, from 0 to 1440')
