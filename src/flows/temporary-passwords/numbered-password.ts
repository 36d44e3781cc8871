import type { Issue } from '../../core/errors/issue'
import { LockError } from '../../core/errors/lock-error'
import type { TemporaryPasswordReason } from './temporary-password'
import { throwIfIssues } from './validate'

const MAX_NUMBER = 0xfe

/** The number of a password on the lock, which is its id. */
export const numberOf = (action: string, id: string): number => {
  const sn = Number(id)
  const isNumber = /^\d+$/.test(id) && sn <= MAX_NUMBER
  throwIfIssues(
    action,
    isNumber ? [] : [{ path: 'id', message: 'expected the number of a password on the lock' }],
  )
  return sn
}

/** The lock answers a deletion and a change with a number and a result. */
export const throwUnlessOk = (action: string, result: unknown): void => {
  if (result !== 'ok')
    throw new LockError<TemporaryPasswordReason>(
      { action, family: 'panel' },
      'not-done',
      'The lock did not execute the command: it may have no password with this number.',
    )
}

/** An issue for each field that was given. */
export const issuesOfGiven = (
  fields: Readonly<Record<string, unknown>>,
  message: string,
): readonly Issue[] =>
  Object.keys(fields)
    .filter((path) => fields[path] !== undefined)
    .map((path) => ({ path, message }))
