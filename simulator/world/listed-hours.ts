import type { Lock } from './lock'
import type { PasswordSchedule } from './temporary-password'

/** The weekly hours of a password as the cloud lists them. */
export const listedHours = (
  { listsHoursAsHhmm = false }: Lock,
  schedule: readonly PasswordSchedule[] | undefined,
): readonly PasswordSchedule[] | undefined =>
  listsHoursAsHhmm
    ? schedule?.map(({ effective_time, invalid_time, working_day }) => ({
        effective_time: hhmm(effective_time),
        invalid_time: hhmm(invalid_time),
        working_day: reversedBits(working_day),
      }))
    : schedule

/** 660 as 1100. */
const hhmm = (minutes: number): number => Math.floor(minutes / 60) * 100 + (minutes % 60)

const BITS = 8

/** The bits of a byte in reverse: 2 as 64. */
const reversedBits = (byte: number): number =>
  Array.from({ length: BITS }, (_, bit) => ((byte >> bit) & 1) << (BITS - 1 - bit)).reduce(
    (sum, bit) => sum + bit,
    0,
  )
