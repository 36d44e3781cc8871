import type { LockType } from '../../core/action'
import type { Issue } from '../../core/errors/issue'
import { ParamsError } from '../../core/errors/params-error'
import { passwordLength } from '../../crypto/password-length'
import { type Weekly, weeklyIssues } from './weekly'

/** What a temporary password is to be. */
export interface NewTemporaryPassword {
  /**
   * At most 20 characters, as the vendor's own SDK has it, and not that of another password. Some clouds are said to
   * refuse letters beyond ASCII, with 1109: that is left to them.
   */
  readonly name: string
  /** Milliseconds since 1970. @default at once, which is ten seconds from now */
  readonly fromMs?: number
  /** Milliseconds since 1970. */
  readonly toMs: number
  /** The digits: 7 on Wi-Fi locks, 6 on Zigbee and Bluetooth locks. @default made from `secureRandom` */
  readonly password?: string
  /** When in the week it opens; needs `timeZone`. @default always */
  readonly weekly?: Weekly
  /** An IANA name, such as Europe/London. The panel API takes none: with it, the time at the lock counts. */
  readonly timeZone?: string
  /** It opens one time. @default false */
  readonly once?: boolean
  readonly phone?: string
  /** The number on a Bluetooth lock, where the app itself has put it there. */
  readonly sn?: number
}

/** What a temporary password is to become; what is left out stays. */
export interface TemporaryPasswordChange extends Partial<Omit<NewTemporaryPassword, 'sn'>> {
  /**
   * New digits, or the old ones: with them everything is set anew on the lock, so that they need `once`, which the cloud
   * does not tell. Without them the cloud is asked to change the rest, and shows it or not. Bluetooth locks take none,
   * access control takes no change without.
   */
  readonly password?: string
}

/** "At once": by then the order has arrived, and the cloud takes no beginning in the past. */
const LEAD_MS = 10_000
/** A beginning that has just passed means now; what is older is a mistake. */
const JUST_PASSED_MS = 60_000
const LONGEST_NAME = 20
/** The cloud takes ten digits of seconds. */
const LAST_MS = 9_999_999_999_999
/** A name of the zone data, not an offset; whether it knows the name is for the cloud to say. */
const zoneName = /^[a-z][\w+-]*(\/[\w+-]+)*$/i

/** In seconds, as the cloud takes them. */
export interface SentWindow {
  readonly effective_time: number
  readonly invalid_time: number
}

/** Reckoned anew for each attempt: what begins at once must not begin in the past. */
export const windowAt = (
  nowMs: number,
  { fromMs = nowMs, toMs }: { readonly fromMs?: number | undefined; readonly toMs: number },
): SentWindow => ({
  effective_time: Math.floor(Math.max(fromMs, nowMs + LEAD_MS) / 1000),
  invalid_time: Math.floor(toMs / 1000),
})

/** Throws a ParamsError where a new password cannot be meant so. */
export const checkNew = (
  action: string,
  wanted: NewTemporaryPassword,
  type: LockType,
  nowMs: number,
): void => {
  refuse(action, isObject(wanted) ? [] : [{ path: '', message: 'expected an object' }])
  refuse(action, [
    ...(wanted.toMs === undefined ? [windowIssue] : []),
    ...nameIssues(wanted.name),
    ...commonIssues(wanted, type, nowMs),
    ...(wanted.weekly !== undefined && wanted.timeZone === undefined ? [zoneMissing] : []),
  ])
}

/** Plain JavaScript may give anything. */
export const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** What holds for a change too, field by field. */
export const commonIssues = (
  { fromMs, toMs, password, weekly, timeZone }: TemporaryPasswordChange,
  type: LockType,
  nowMs: number,
): readonly Issue[] => [
  ...(fromMs === undefined ? [] : beginIssues(fromMs, nowMs)),
  ...(toMs === undefined || isEnd(toMs, fromMs, nowMs) ? [] : [windowIssue]),
  ...(password === undefined ? [] : digitsIssues(password, type)),
  ...(weekly === undefined ? [] : weeklyIssues(weekly)),
  ...(timeZone === undefined || zoneName.test(timeZone) ? [] : [zoneWrong]),
]

export const refuse = (action: string, issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new ParamsError({ action }, issues)
}

export const windowIssue: Issue = {
  path: 'toMs',
  message: 'expected milliseconds since 1970, after fromMs and after now',
}
export const zoneMissing: Issue = { path: 'timeZone', message: 'expected with weekly' }
const zoneWrong: Issue = {
  path: 'timeZone',
  message: 'expected an IANA name, such as Europe/London',
}

export const nameIssues = (name: string): readonly Issue[] => {
  const length = typeof name === 'string' ? Array.from(name).length : 0
  return length > 0 && length <= LONGEST_NAME
    ? []
    : [{ path: 'name', message: `expected text of 1 to ${LONGEST_NAME} characters` }]
}

const beginIssues = (fromMs: number, nowMs: number): readonly Issue[] =>
  isTime(fromMs) && fromMs >= nowMs - JUST_PASSED_MS
    ? []
    : [{ path: 'fromMs', message: 'expected milliseconds since 1970, not in the past' }]

/** It ends a second after it begins, or later. */
const isEnd = (toMs: number, fromMs: number | undefined, nowMs: number): boolean => {
  const { effective_time, invalid_time } = windowAt(nowMs, { fromMs, toMs })
  return isTime(toMs) && invalid_time > effective_time
}

const isTime = (ms: number): boolean => typeof ms === 'number' && ms >= 0 && ms <= LAST_MS

const digitsIssues = (password: string, type: LockType): readonly Issue[] => {
  const length = passwordLength(type)
  const isDigits = typeof password === 'string' && /^\d+$/.test(password)
  return isDigits && (length === undefined || password.length === length)
    ? []
    : [
        {
          path: 'password',
          message: length === undefined ? 'expected digits' : `expected ${length} digits`,
        },
      ]
}
