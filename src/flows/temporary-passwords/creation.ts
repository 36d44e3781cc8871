import type { LockContext } from '../shared/lock-context'
import type { TemporaryPassword } from './temporary-password'
import type { NewTemporaryPassword, SentWindow } from './wanted'

export const CREATE = 'temporaryPasswords.create'

/** What an order needs to know. */
export interface CreationOrder {
  readonly wanted: NewTemporaryPassword
  readonly digits: string
  /** The new password in the list, if it is there. */
  readonly find: (sent: SentWindow) => Promise<TemporaryPassword | undefined>
}

/** The way over one family. Throws an UnsupportedError at once where the lock was made without what it needs. */
export type Creation = (
  context: LockContext,
) => (order: CreationOrder) => Promise<TemporaryPassword>
