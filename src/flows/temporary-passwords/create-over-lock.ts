import type { Issue } from '../../core/errors/issue'
import { LockError } from '../../core/errors/lock-error'
import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { isTransportError } from '../../core/errors/transport-error'
import {
  type TemporaryPasswordCreateReport,
  temporaryPasswordCreate,
  temporaryPasswordCreateReport,
} from '../../data-points/raw/temporary-password-create'
import type { LockContext } from '../shared/lock-context'
import { sendCommand } from '../shared/lock-points'
import { weeklyHours, weeklyIssues } from '../shared/weekly-input'
import { CREATE_POINT } from './channels'
import { CREATE, type Creation } from './creation'
import { localPasswordsOf, validLocalPasswords } from './local-passwords'
import { issuesOfGiven } from './numbered-password'
import type { TemporaryPasswordReason } from './temporary-password'
import { type NewTemporaryPassword, throwIfIssues, windowAt } from './validate'

const origin = { action: CREATE, family: 'panel' } as const

/** A report names no command, so one that arrives later than this belongs to no earlier creation. */
const LATE_MS = 120_000

/** Data point 51. The lock reports the number of the new password, which is its id; it has no names. */
export const createOverLock: Creation = (context) => {
  const { clock, cloudNow, sharedState } = context
  const unreported = sharedState('unreported password', () => ({ sentAtMs: -LATE_MS }))
  return async ({ input, pin }) => {
    throwIfIssues(CREATE, lockIssues(input))
    if (Math.abs(clock.now() - unreported.sentAtMs) < LATE_MS) throw lockError('busy')
    const { effective_time, invalid_time } = windowAt(cloudNow(), input)
    const { name, once = false } = input
    const weekly = input.weekly && weeklyHours(input.weekly)
    const validity = { fromMs: effective_time * 1000, toMs: invalid_time * 1000 }
    const value = temporaryPasswordCreate.encode({
      validity: { ...validity, ...(weekly?.[0] && { weekly: weekly[0] }) },
      times: once ? 1 : 0,
      pin,
    })
    const sentAtMs = clock.now()
    const { sn, result } = await sendCommand(context, origin, {
      code: CREATE_POINT,
      value,
      report: temporaryPasswordCreateReport,
      isAnswer: isNew(context),
    }).catch((error: unknown) => {
      if (!isTransportError(error) || error.delivery !== 'unknown') throw error
      unreported.sentAtMs = sentAtMs
      throw new OutcomeUnknownError(origin, error, undefined)
    })
    if (result !== 'ok') throw lockError(reasons[result] ?? 'not-set')
    const created = {
      ...{ id: String(sn), name, state: 'active' as const, ...validity, once, sn },
      ...(weekly && { weekly }),
    }
    localPasswordsOf(context).set(created.id, created)
    return created
  }
}

/** The lock stores one entry of weekly hours, and no phone number; it selects the number itself. */
const lockIssues = ({ weekly, phone, sn }: NewTemporaryPassword): readonly Issue[] => [
  ...(weekly === undefined ? [] : weeklyIssues(weekly, 'weekly', 1)),
  ...issuesOfGiven({ phone, sn }, 'the lock does not store it'),
]

/** A number that a password of this panel has is replayed; a lock uses the number of a used password again. */
const isNew =
  (context: LockContext) =>
  ({ sn, result }: TemporaryPasswordCreateReport): boolean =>
    result !== 'ok' ||
    validLocalPasswords(context).every((password) => password.sn !== sn || password.once === true)

const reasons: Readonly<Partial<Record<string, LockReason>>> = {
  full: 'no-room',
  duplicate: 'taken',
  'too-simple': 'too-simple',
}

const advice = {
  busy: 'The lock may still report an earlier password: try its PIN, or wait two minutes.',
  'not-set': 'The lock did not store the password: try again.',
  'no-room': 'The lock is full: remove a password first.',
  taken: 'The lock already has this PIN: choose another one.',
  'too-simple': 'Choose digits that differ.',
} as const

type LockReason = keyof typeof advice & TemporaryPasswordReason

const lockError = (reason: LockReason) =>
  new LockError<TemporaryPasswordReason>(origin, reason, advice[reason])
