import type { Issue } from '../../core/errors/issue'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { radioOf } from '../../core/supports-lock-type'
import type { LockContext } from '../shared/lock-context'
import type { TemporaryPassword } from './temporary-password'
import {
  commonIssues,
  isObject,
  nameIssues,
  refuse,
  type TemporaryPasswordChange,
  windowAt,
  windowIssue,
  zoneMissing,
} from './wanted'
import { scheduleRows, weeklyHours, weeklyOf } from './weekly'

export const CHANGE = 'temporaryPasswords.change'
export const MODIFY = 'doorLock.modifyTemporaryPassword'

/** Before anything is sent. */
export const checkChange = (
  wanted: TemporaryPasswordChange,
  { options: { type }, clock }: LockContext,
): void => {
  refuse(CHANGE, isObject(wanted) ? [] : [nothing])
  const hasDigits = wanted.password !== undefined
  if (hasDigits && radioOf(type) === 'ble')
    throw new UnsupportedError(
      { action: CHANGE, family: 'mini-program' },
      'a Bluetooth lock cannot change the digits of a password.',
    )
  refuse(CHANGE, [
    ...(Object.keys(wanted).length === 0 ? [nothing] : []),
    ...(wanted.name === undefined ? [] : nameIssues(wanted.name)),
    ...commonIssues(wanted, type, clock.now()),
    ...(type === 'access-control' && !hasDigits ? [digitsMissing] : []),
    ...(hasDigits && wanted.once === undefined ? [onceMissing] : []),
  ])
}

const nothing: Issue = { path: '', message: 'expected something to change' }
const digitsMissing: Issue = {
  path: 'password',
  message: 'expected the digits: access control has no change without',
}
const onceMissing: Issue = {
  path: 'once',
  message:
    'expected with password: all is set anew on the lock, and the cloud does not tell what it was',
}

/** What the password is after the change. Throws a ParamsError where the old and the new do not fit together. */
export const changed = (
  before: TemporaryPassword,
  { name, fromMs, toMs = before.toMs, weekly, timeZone, phone }: TemporaryPasswordChange,
  nowMs: number,
): TemporaryPassword => {
  const sent = windowAt(nowMs, { fromMs, toMs })
  const { weekly: weeklyBefore, failure: _, ...others } = before
  const weeklyAfter =
    weekly === undefined ? weeklyBefore : weeklyOf(scheduleRows(weeklyHours(weekly)))
  const after: TemporaryPassword = {
    ...others,
    state: 'pending',
    ...(name !== undefined && { name }),
    fromMs: fromMs === undefined ? before.fromMs : sent.effective_time * 1000,
    toMs: sent.invalid_time * 1000,
    ...(weeklyAfter !== undefined && { weekly: weeklyAfter }),
    ...(timeZone !== undefined && { timeZone }),
    ...(phone !== undefined && { phone }),
  }
  refuse(CHANGE, [
    ...(after.toMs <= after.fromMs ? [windowIssue] : []),
    ...(weekly !== undefined && after.timeZone === undefined ? [zoneMissing] : []),
  ])
  return after
}

/** As far as the cloud shows it again as it was given: phone numbers may come back in another form. */
export const isAs = (shown: TemporaryPassword, wanted: TemporaryPassword): boolean =>
  seen(shown) === seen(wanted)

const seen = ({ name, fromMs, toMs, weekly, timeZone }: TemporaryPassword): string =>
  JSON.stringify([name, fromMs, toMs, weekly, timeZone])

/** The second form: the name, and what changes beside it. */
export const partOf = (
  after: TemporaryPassword,
  wanted: TemporaryPasswordChange,
  context: LockContext,
) => ({
  ...namedOf(after, context),
  ...((wanted.fromMs !== undefined || wanted.toMs !== undefined) && windowOf(after)),
  ...(wanted.phone !== undefined && { phone: wanted.phone }),
  ...((wanted.weekly !== undefined || wanted.timeZone !== undefined) && weekOf(after, wanted)),
  ...typeOf(wanted),
})

/** The first form: everything, because no document says that what is left out stays. */
export const wholeOf = (
  after: TemporaryPassword,
  wanted: TemporaryPasswordChange,
  context: LockContext,
) => ({
  ...namedOf(after, context),
  ...windowOf(after),
  ...(after.phone !== undefined && { phone: after.phone }),
  ...weekOf(after, wanted),
  ...typeOf(wanted),
})

const namedOf = ({ id, name }: TemporaryPassword, { deviceId, options }: LockContext) => ({
  device_id: deviceId,
  password_id: id,
  name,
  ...(radioOf(options.type) === 'ble' && { bluetooth_symbolic: true }),
})

const windowOf = ({ fromMs, toMs }: TemporaryPassword) => ({
  effective_time: fromMs / 1000,
  invalid_time: toMs / 1000,
})

/** A week that limits nothing is written out where it is new: left out, it would leave the old one. */
const weekOf = (
  { weekly: kept, timeZone }: TemporaryPassword,
  { weekly = kept }: TemporaryPasswordChange,
) => ({
  ...(timeZone !== undefined && { time_zone: timeZone }),
  ...(weekly !== undefined && { schedule_list: scheduleRows(weeklyHours(weekly)) }),
})

const typeOf = ({ once }: TemporaryPasswordChange) =>
  once === undefined ? {} : { type: once ? (1 as const) : (0 as const) }
