import type { Issue } from '../../core/errors/issue'
import { ParamsError } from '../../core/errors/params-error'
import { isObject } from '../../core/options/check'
import { type PinRule, pinIssue, pinRule } from '../../crypto/pin-rule'
import type { CheckedLockOptions } from '../shared/lock-context'
import { isTimeMs, isTimeZone, ZONE_MESSAGE, ZONE_MISSING } from '../shared/time-checks'
import { type Weekly, weeklyIssues } from '../shared/weekly-input'

/** The input of `create`. */
export interface NewTemporaryPassword {
  /**
   * At most 20 characters, the limit of the vendor's own SDK, and not the name of another password. Some clouds are
   * reported to refuse characters outside ASCII with 1109; the name is sent unchanged.
   */
  readonly name: string
  /** Milliseconds since 1970. @default now, which is sent as ten seconds from now */
  readonly fromMs?: number
  /** Milliseconds since 1970. */
  readonly toMs: number
  /** The PIN: 7 digits on Wi-Fi locks, 6 on Zigbee and Bluetooth locks. @default generated with `secureRandom` */
  readonly password?: string
  /** The weekly hours; requires `timeZone`, except over the panel API and data points. @default always */
  readonly weekly?: Weekly
  /** An IANA name, such as Europe/London. The panel API and data points have none; they use the local time of the lock. */
  readonly timeZone?: string
  /** Valid for one opening. @default false */
  readonly once?: boolean
  /** The phone number that the cloud stores with the password. */
  readonly phone?: string
  /** The number of the password on a Bluetooth lock, if the app itself stored it there. */
  readonly sn?: number
}

/** The input of `change`; absent fields stay. */
export interface TemporaryPasswordChange extends Partial<Omit<NewTemporaryPassword, 'sn'>> {
  /**
   * A new PIN, or the old one. With it, the lock stores every field again, so `once` is required, which the cloud does not
   * return. Without it, the cloud changes the other fields or ignores them. Bluetooth locks do not support a new PIN;
   * access control requires one.
   */
  readonly password?: string
}

/** "Now" is sent this much later, because the cloud rejects a start in the past when the command arrives. */
const LEAD_MS = 10_000
/** A start that has just passed means now; an older one is an error. */
const JUST_PASSED_MS = 60_000
const LONGEST_NAME = 20
/** In seconds. */
export interface SentWindow {
  readonly effective_time: number
  readonly invalid_time: number
}

/** Computed for each request, because a start of "now" must not be in the past. */
export const windowAt = (
  nowMs: number,
  { fromMs = nowMs, toMs }: { readonly fromMs?: number | undefined; readonly toMs: number },
): SentWindow => ({
  effective_time: Math.floor(Math.max(fromMs, nowMs + LEAD_MS) / 1000),
  invalid_time: Math.floor(toMs / 1000),
})

/** Throws a ParamsError for invalid input. */
export const validateNew = (
  action: string,
  input: NewTemporaryPassword,
  lock: CheckedLockOptions,
  nowMs: number,
  hasTimeZones: boolean,
): void => {
  throwIfIssues(action, isObject(input) ? [] : [{ path: '', message: 'expected an object' }])
  throwIfIssues(action, [
    ...(input.toMs === undefined ? [windowIssue] : []),
    ...nameIssues(input.name),
    ...commonIssues(input, lock, nowMs),
    ...(hasTimeZones && input.weekly !== undefined && input.timeZone === undefined
      ? [zoneMissing]
      : []),
  ])
}

/** The checks that also apply to a change. */
export const commonIssues = (
  { fromMs, toMs, password, weekly, timeZone }: TemporaryPasswordChange,
  { type, digits }: CheckedLockOptions,
  nowMs: number,
): readonly Issue[] => [
  ...(fromMs === undefined ? [] : startIssues(fromMs, nowMs)),
  ...(toMs === undefined || isEnd(toMs, fromMs, nowMs) ? [] : [windowIssue]),
  ...(password === undefined ? [] : pinIssues(password, pinRule(type, digits))),
  ...(weekly === undefined ? [] : weeklyIssues(weekly)),
  ...(timeZone === undefined || isTimeZone(timeZone) ? [] : [zoneWrong]),
]

export const throwIfIssues = (action: string, issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new ParamsError({ action }, issues)
}

export const windowIssue: Issue = {
  path: 'toMs',
  message: 'expected milliseconds since 1970, after fromMs and after now',
}
export const zoneMissing: Issue = { path: 'timeZone', message: ZONE_MISSING }
const zoneWrong: Issue = { path: 'timeZone', message: ZONE_MESSAGE }

export const nameIssues = (name: string): readonly Issue[] => {
  const length = typeof name === 'string' ? Array.from(name).length : 0
  return length > 0 && length <= LONGEST_NAME
    ? []
    : [{ path: 'name', message: `expected text of 1 to ${LONGEST_NAME} characters` }]
}

const startIssues = (fromMs: number, nowMs: number): readonly Issue[] =>
  isTimeMs(fromMs) && fromMs >= nowMs - JUST_PASSED_MS
    ? []
    : [{ path: 'fromMs', message: 'expected milliseconds since 1970, not in the past' }]

/** The end is at least one second after the start. */
const isEnd = (toMs: number, fromMs: number | undefined, nowMs: number): boolean => {
  const { effective_time, invalid_time } = windowAt(nowMs, { fromMs, toMs })
  return isTimeMs(toMs) && invalid_time > effective_time
}

const pinIssues = (password: string, rule: PinRule): readonly Issue[] => {
  const message = pinIssue(password, rule)
  return message === undefined ? [] : [{ path: 'password', message }]
}
