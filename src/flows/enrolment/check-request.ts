import type { Issue } from '../../core/errors/issue'
import { ParamsError } from '../../core/errors/params-error'
import { isObject } from '../../core/options/check'
import { type PinRule, pinIssue } from '../../crypto/pin-rule'
import { knownKinds } from '../shared/method-kinds'
import { type Weekly, weeklyIssues } from '../shared/weekly-input'
import type { EnrolmentValidity, EnrolRequest } from './enrol-request'
import { origin } from './enrolment-error'

const MAX_BYTE = 255
const MAX_SECONDS = 2 ** 32 - 1

type Check = readonly [path: string, isInvalid: boolean, message: string]

/** Throws a ParamsError without values. */
export const checkRequest = (request: EnrolRequest): void => {
  throwIfIssues([['', !isObject(request), 'expected a request']])
  const { type, user, lockUserId, times, validity, stepTimeoutMs } = request
  throwIfIssues([
    ['type', !knownKinds().includes(type), `expected one of ${knownKinds().join(', ')}`],
    ['user', typeof user !== 'string' || user === '', 'expected the id of a user'],
    ['lockUserId', !isByte(lockUserId), 'expected a whole number up to 255'],
    ['times', !isByte(times), 'expected a whole number up to 255'],
    [
      'stepTimeoutMs',
      stepTimeoutMs !== undefined && !(stepTimeoutMs > 0),
      'expected a time of more than 0 ms',
    ],
    ...(validity === undefined ? [] : checksOfValidity(validity)),
  ])
}

/** `isSent`: the PIN is sent with the command; else it is typed at the lock. */
export const checkPassword = (
  { type, password }: EnrolRequest,
  rule: PinRule,
  isSent: boolean,
): void => {
  const issue = pinIssue(password, rule)
  const notSent =
    type === 'password' ? 'not supported: it is typed at this lock' : 'only supported for passwords'
  throwIfIssues([
    isSent
      ? ['password', issue !== undefined, `${issue}`]
      : ['password', password !== undefined, notSent],
  ])
}

const checksOfValidity = (validity: EnrolmentValidity): readonly Check[] => {
  if (!isObject(validity)) return [['validity', true, 'expected a validity']]
  const { fromMs, toMs, weekly } = validity
  return [
    ['validity.fromMs', !isTime(fromMs), 'expected milliseconds since 1970'],
    ['validity.toMs', !isTime(toMs), 'expected milliseconds since 1970'],
    // The lock counts seconds.
    [
      'validity.toMs',
      Math.floor(toMs / 1000) <= Math.floor(fromMs / 1000),
      'expected a time at least one second after the start',
    ],
    ...(weekly === undefined ? [] : checksOfWeek(weekly)),
  ]
}

/** The lock has room for one entry. */
const checksOfWeek = (weekly: Weekly): readonly Check[] =>
  weeklyIssues(weekly, 'validity.weekly', 1).map(({ path, message }) => [path, true, message])

const isByte = (value: number | undefined): boolean =>
  value === undefined || (Number.isInteger(value) && value >= 0 && value <= MAX_BYTE)

const isTime = (value: number): boolean =>
  Number.isInteger(value) && value >= 0 && value / 1000 <= MAX_SECONDS

const throwIfIssues = (checks: readonly Check[]): void => {
  const issues = checks
    .filter(([, isInvalid]) => isInvalid)
    .map(([path, , message]): Issue => ({ path, message }))
  if (issues.length > 0) throw new ParamsError(origin, issues)
}
