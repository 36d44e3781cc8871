import { isLockError, LockError } from '../../core/errors/lock-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { TemporaryPasswordReason } from './temporary-password'

/** The keys of what this panel has just written; see `writesOf`. */
export const createdKey = (id: string) => `created password ${id}`
export const removedKey = (id: string) => `removed password ${id}`
export const nameKey = (id: string) => `name of password ${id}`

export const isNotFound = (error: unknown): boolean =>
  isLockError(error) && error.reason === 'not-found'

export const notSeenYet = (origin: ErrorOrigin) =>
  new LockError<TemporaryPasswordReason>(
    origin,
    'not-seen-yet',
    'The cloud accepted the command, and does not show its result yet: read the password later.',
  )
