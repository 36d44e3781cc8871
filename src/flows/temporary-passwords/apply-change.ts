import type { Issue } from '../../core/errors/issue'
import { ParamsError } from '../../core/errors/params-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { isObject } from '../../core/options/check'
import { radioOf } from '../../core/supports-lock-type'
import type { LockContext } from '../shared/lock-context'
import { mayShow } from '../shared/weekly-hours'
import { weeklyHours } from '../shared/weekly-input'
import { MODIFY } from './channels'
import { typeOf } from './once'
import type { TemporaryPassword } from './temporary-password'
import {
  commonIssues,
  nameIssues,
  type TemporaryPasswordChange,
  throwIfIssues,
  windowAt,
  windowIssue,
  zoneMissing,
} from './validate'
import { scheduleRows, weeklyOf } from './weekly'

export const CHANGE = 'temporaryPasswords.change'

/** Before anything is sent. */
export const validateChange = (
  input: TemporaryPasswordChange,
  { options, sentAs }: LockContext,
  nowMs: number,
): void => {
  const { type } = options
  const isBluetooth = radioOf(type) === 'ble'
  // The vendor's page on the route names Bluetooth locks; document 001 has no new PIN for them.
  const isRouted = sentAs(MODIFY) !== MODIFY && sentAs(MODIFY) !== undefined
  throwIfIssues(CHANGE, isObject(input) ? [] : [noFieldIssue])
  const hasPin = input.password !== undefined
  if (hasPin && isBluetooth && !isRouted)
    throw new UnsupportedError(
      { action: CHANGE, family: 'mini-program' },
      'a Bluetooth lock changes a PIN only over the open API.',
    )
  throwIfIssues(CHANGE, [
    ...(Object.keys(input).length === 0 ? [noFieldIssue] : []),
    ...(input.name === undefined ? [] : nameIssues(input.name)),
    ...commonIssues(input, options, nowMs),
    ...((type === 'access-control' || (isBluetooth && isRouted)) && !hasPin ? [pinMissing] : []),
    ...(hasPin && input.once === undefined ? [onceMissing] : []),
  ])
}

const noFieldIssue: Issue = { path: '', message: 'expected a field to change' }
const pinMissing: Issue = {
  path: 'password',
  message: 'required: this lock changes a password only together with a new PIN',
}
const onceMissing: Issue = {
  path: 'once',
  message:
    'required with password: the lock stores every field again and the cloud does not return this one',
}

const beginMissing: Issue = {
  path: 'fromMs',
  message:
    'required with password: the lock stores every field again, and the cloud refuses a beginning in the past',
}
const weeklyMissing: Issue = {
  path: 'weekly',
  message:
    'required with password: the lock stores every field again, and what the cloud shows of the hours is not sent back',
}

/** The password after the change. Throws a ParamsError if the new fields contradict the existing ones. */
export const applyChange = (
  before: TemporaryPassword,
  { name, fromMs, toMs = before.toMs, weekly, timeZone, phone }: TemporaryPasswordChange,
  nowMs: number,
): TemporaryPassword => {
  if (toMs === undefined) throw windowMissing('toMs')
  const sent = windowAt(nowMs, { fromMs, toMs })
  const { weekly: weeklyBefore, hasUnreadableHours, failure: _, ...others } = before
  const hoursBefore = {
    ...(weeklyBefore !== undefined && { weekly: weeklyBefore }),
    ...(hasUnreadableHours !== undefined && { hasUnreadableHours }),
  }
  const hours = weekly === undefined ? hoursBefore : weeklyOf(scheduleRows(weeklyHours(weekly)))
  const after: TemporaryPassword = {
    ...others,
    state: 'pending',
    ...(name !== undefined && { name }),
    fromMs: fromMs === undefined ? before.fromMs : sent.effective_time * 1000,
    toMs: sent.invalid_time * 1000,
    ...hours,
    ...(timeZone !== undefined && { timeZone }),
    ...(phone !== undefined && { phone }),
  }
  throwIfIssues(CHANGE, [
    ...(sent.invalid_time * 1000 <= (after.fromMs ?? 0) ? [windowIssue] : []),
    ...(weekly !== undefined && after.timeZone === undefined ? [zoneMissing] : []),
  ])
  return after
}

/** Compares the fields that the cloud returns unchanged; phone numbers may be returned in another format. */
export const matchesListed = (listed: TemporaryPassword, expected: TemporaryPassword): boolean =>
  comparable(listed) === comparable(expected) &&
  (expected.hasUnreadableHours === true || mayShow(expected.weekly, listed))

const comparable = ({ name, fromMs, toMs, timeZone }: TemporaryPassword): string =>
  JSON.stringify([name, fromMs, toMs, timeZone])

/** The second form: the name, and the fields that change. A beginning in the past is refused (2318), so it is not sent again. */
export const renameParams = (
  after: TemporaryPassword,
  input: TemporaryPasswordChange,
  context: LockContext,
) => ({
  ...namedOf(after, context),
  ...(input.fromMs !== undefined && { effective_time: secondsOf('fromMs', after.fromMs) }),
  ...(input.toMs !== undefined && { invalid_time: secondsOf('toMs', after.toMs) }),
  ...(input.phone !== undefined && { phone: input.phone }),
  ...((input.weekly !== undefined || input.timeZone !== undefined) && weekOf(after, input)),
  ...typeOf(CHANGE, context, after.id, input.once),
})

/** The first form: every field, because no document says that absent fields stay. */
export const fullChangeParams = (
  after: TemporaryPassword,
  input: TemporaryPasswordChange,
  context: LockContext,
) => {
  if (input.weekly === undefined && (after.weekly !== undefined || after.hasUnreadableHours))
    throw new ParamsError({ action: CHANGE }, [weeklyMissing])
  if (input.fromMs === undefined && (after.fromMs ?? 0) < context.cloudNow())
    throw new ParamsError({ action: CHANGE }, [beginMissing])
  return {
    ...namedOf(after, context),
    effective_time: secondsOf('fromMs', after.fromMs),
    invalid_time: secondsOf('toMs', after.toMs),
    ...(after.phone !== undefined && { phone: after.phone }),
    ...weekOf(after, input),
    ...typeOf(CHANGE, context, after.id, input.once),
  }
}

const namedOf = ({ id, name }: TemporaryPassword, { deviceId, options }: LockContext) => ({
  device_id: deviceId,
  password_id: id,
  name,
  ...(radioOf(options.type) === 'ble' && { bluetooth_symbolic: true }),
})

/** A time that the cloud did not return cannot be sent. */
const secondsOf = (path: 'fromMs' | 'toMs', ms: number | undefined): number => {
  if (ms === undefined) throw windowMissing(path)
  return ms / 1000
}

const windowMissing = (path: 'fromMs' | 'toMs'): ParamsError =>
  new ParamsError({ action: CHANGE }, [
    { path, message: 'required: the cloud does not return the current one' },
  ])

/**
 * Only the hours of the caller: what the cloud shows may not be what it stored. New hours without a limit are sent too,
 * because an absent field would keep the old ones.
 */
const weekOf = ({ timeZone }: TemporaryPassword, { weekly }: TemporaryPasswordChange) => ({
  ...(timeZone !== undefined && { time_zone: timeZone }),
  ...(weekly !== undefined && { schedule_list: scheduleRows(weeklyHours(weekly)) }),
})
