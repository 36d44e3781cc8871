import type { Issue } from '../../core/errors/issue'
import {
  temporaryPasswordModify,
  temporaryPasswordModifyReport,
} from '../../data-points/raw/temporary-password-modify'
import type { LockContext } from '../shared/lock-context'
import { sendCommand } from '../shared/lock-points'
import { weeklyHours, weeklyIssues } from '../shared/weekly-input'
import { CHANGE } from './apply-change'
import { MODIFY_POINT } from './channels'
import { localPasswordsOf } from './local-passwords'
import { issuesOfGiven, numberOf, throwUnlessOk } from './numbered-password'
import type { TemporaryPassword } from './temporary-password'
import { type TemporaryPasswordChange, throwIfIssues, windowIssue } from './validate'

/**
 * Data point 53, which replaces the times and the weekly hours. The lock shows neither, so they are required for a password
 * that this panel has not created.
 */
export const changeOverLock = async (
  context: LockContext,
  id: string,
  input: TemporaryPasswordChange,
): Promise<TemporaryPassword> => {
  const number = numberOf(CHANGE, id)
  const passwords = localPasswordsOf(context)
  const before = passwords.get(id)
  const { fromMs = before?.fromMs, toMs = before?.toMs } = input
  const weekly = input.weekly === undefined ? before?.weekly : weeklyHours(input.weekly)
  const isWeeklyUnknown = before === undefined && weekly === undefined
  throwIfIssues(CHANGE, [
    ...notStored(input),
    ...(input.weekly === undefined ? [] : weeklyIssues(input.weekly, 'weekly', 1)),
    ...(fromMs === undefined ? [required('fromMs')] : []),
    ...(toMs === undefined ? [required('toMs')] : []),
    ...(isWeeklyUnknown ? [required('weekly')] : []),
    ...((fromMs ?? 0) < (toMs ?? Number.POSITIVE_INFINITY) ? [] : [windowIssue]),
  ])
  const after: TemporaryPassword = {
    ...{ id, name: '', state: 'active' as const, sn: number, ...before },
    ...{ fromMs: wholeSeconds(fromMs), toMs: wholeSeconds(toMs) },
    ...(weekly && { weekly }),
  }
  const { result } = await sendCommand(
    context,
    { action: CHANGE, family: 'panel' },
    {
      code: MODIFY_POINT,
      value: temporaryPasswordModify.encode({
        sn: number,
        validity: {
          fromMs: after.fromMs ?? 0,
          toMs: after.toMs ?? 0,
          ...(weekly?.[0] && { weekly: weekly[0] }),
        },
      }),
      report: temporaryPasswordModifyReport,
      isAnswer: ({ sn }) => sn === number,
    },
  )
  throwUnlessOk(CHANGE, result)
  if (before !== undefined) passwords.set(id, after)
  return after
}

const wholeSeconds = (ms = 0): number => ms - (ms % 1000)

const required = (path: string): Issue => ({
  path,
  message: 'required: the lock replaces it, and does not show the current value',
})

const notStored = ({ name, phone, once }: TemporaryPasswordChange): readonly Issue[] =>
  issuesOfGiven({ name, phone, once }, 'the lock cannot change it')
