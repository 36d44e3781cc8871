import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { ResponseError } from '../../core/errors/response-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { LockContext } from '../shared/lock-context'
import type { TemporaryPassword } from './temporary-password'
import type { NewTemporaryPassword, SentWindow } from './wanted'

export const CREATE = 'temporaryPasswords.create'

/** What an order needs to know. */
export interface CreationOrder {
  readonly wanted: NewTemporaryPassword
  readonly digits: string
  /** The new passwords of its name and window in the list: it should be one. */
  readonly find: (sent: SentWindow) => Promise<readonly TemporaryPassword[]>
}

/** The way over one family. Throws an UnsupportedError at once where the lock was made without what it needs. */
export type Creation = (
  context: LockContext,
) => (order: CreationOrder) => Promise<TemporaryPassword>

/** The one that fits, if there is one; of two, nothing tells which was ordered. */
export const onlyOf = (
  [found, another]: readonly TemporaryPassword[],
  origin: ErrorOrigin,
  list: string,
): TemporaryPassword | undefined => {
  if (another === undefined) return found
  const issue = { path: '', message: 'expected one new password of this name and these times' }
  throw new OutcomeUnknownError(origin, new ResponseError({ action: list }, [issue]), list)
}
