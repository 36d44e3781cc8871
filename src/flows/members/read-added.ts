import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isVendorError } from '../../core/errors/vendor-error'
import type { CallOptions } from '../../core/pipeline/call'
import { failWith } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { readCreated } from '../shared/read-back'
import type { MemberFailure } from './member'

/** No such user, no such data. */
const missingCodes: readonly unknown[] = [2006, 1000]

/** The key of a member whom this panel has just added; see `writesOf`. */
export const memberKey = (id: string) => `added member ${id}`

/** Reads a member; one whom this panel has just added may not be listed yet. */
export const readAdded = <T>(
  lock: LockContext,
  origin: ErrorOrigin,
  id: string,
  read: (options: CallOptions) => Promise<T>,
): Promise<T> =>
  readCreated(lock, origin, {
    key: memberKey(id),
    read,
    isMissing: (error) => isVendorError(error) && missingCodes.includes(error.code),
    notSeen: () =>
      failWith<MemberFailure>(
        origin,
        'not-seen-yet',
        'The cloud does not show the new member yet: read later.',
      ),
  })
