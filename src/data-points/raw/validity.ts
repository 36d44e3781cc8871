import type { ByteField } from './byte-field'
import { uint } from './byte-field'
import type { ByteReader } from './byte-reader'

/** 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** The validity of a method. */
export interface Validity {
  /** Seconds since 1970. */
  readonly from: number
  /** Seconds since 1970. */
  readonly to: number
  /** @default always */
  readonly weekly?: WeeklyHours
}

export interface WeeklyHours {
  /** Sorted, without duplicates. */
  readonly days: readonly Weekday[]
  /** Minutes of the day. */
  readonly fromMinute: number
  readonly toMinute: number
}

/** The value of the vendor's own panels for a permanent method: 1999-12-31 16:00 to 2030-12-31 15:59:59 UTC. */
export const permanent: Validity = { from: 0x386cd300, to: 0x72bc9b7f }

const ALL_DAY = [0, 0, 0, 0, 0, 0, 0, 0, 0]
const WEEKLY = [2, 0, 0, 0]
const HOURS_LENGTH = 5
const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]
const MINUTES_OF_A_DAY = 24 * 60
const seconds = uint(4)

/** The time block of 17 bytes: start, end, and nine bytes for weekly hours, which are zero for no limit. */
export const validityBlock: ByteField<Validity> = {
  read: (reader) => {
    const from = seconds.read(reader)
    const to = seconds.read(reader)
    const hours = reader.take(ALL_DAY.length)
    if (from === undefined || to === undefined || hours === undefined) return undefined
    if (hours.every((byte) => byte === 0)) return { from, to }
    const weekly = weeklyOf(hours, reader)
    return weekly && { from, to, weekly }
  },
  write: ({ from, to, weekly }) => [
    ...seconds.write(from),
    ...seconds.write(to),
    ...(weekly === undefined ? ALL_DAY : [...WEEKLY, ...hoursOf(weekly)]),
  ],
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

const hoursOf = ({ days, fromMinute, toMinute }: WeeklyHours): readonly number[] => {
  if (!days.every((day) => weekdays.includes(day)))
    throw new RangeError('expected days from 0, Sunday, to 6')
  const mask = days.reduce<number>((bits, day) => bits | (1 << day), 0)
  return [mask, ...clockOf(fromMinute), ...clockOf(toMinute)]
}

const clockOf = (minute: number): readonly [number, number] => {
  if (!Number.isInteger(minute) || minute < 0 || minute > MINUTES_OF_A_DAY)
    throw new RangeError('expected minutes of a day')
  return [Math.floor(minute / 60), minute % 60]
}
