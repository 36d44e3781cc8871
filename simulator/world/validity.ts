import type { Lock } from './lock'
import type { LogEntry } from './log'

/** 0 expired, 1 valid, 2 valid later; all in the same unit, an absent end is open. */
export const effectiveFlagOf = (
  {
    from = 0,
    until = Number.POSITIVE_INFINITY,
  }: { readonly from?: number | undefined; readonly until?: number | undefined },
  now: number,
): 0 | 1 | 2 => {
  if (now < from) return 2
  return now < until ? 1 : 0
}

export interface WeeklyTime {
  /** Minutes of the day. */
  readonly from: number
  /** Minutes of the day. */
  readonly until: number
  /** A bit for each day, bit 0 Sunday to bit 6 Saturday. */
  readonly days: number
}

export const ALL_DAY: WeeklyTime = { from: 0, until: 1_440, days: 0b1111111 }

const MINUTE_MS = 60_000

/** Whether a schedule is active at the local time of the lock. */
export const scheduleIsOn = (
  { from, until, days }: WeeklyTime,
  { timeZone }: Lock,
  nowMs: number,
): boolean => {
  const there = new Date(nowMs + offsetMinutes(timeZone) * MINUTE_MS)
  const minute = there.getUTCHours() * 60 + there.getUTCMinutes()
  return ((days >> there.getUTCDay()) & 1) === 1 && minute >= from && minute < until
}

/** Of an offset such as +08:00. */
const offsetMinutes = (offset: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
}

/** Milliseconds since 1970, both ends included; 0 leaves an end open. */
export const isWithin =
  (startMs: number, endMs: number) =>
  ({ timeMs }: LogEntry): boolean =>
    timeMs >= startMs && (endMs === 0 || timeMs <= endMs)
