import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { getMember } from '../members/get-member'
import { roleOf } from '../members/roles'
import { asNotSent } from '../shared/as-not-sent'
import type { LockContext } from '../shared/lock-context'
import { PANEL_ALL } from './channels'
import type { MethodRef } from './method'

/** The owner of a method as the lock knows it. */
interface OwnerOnLock {
  readonly memberId: number
  readonly isAdmin: boolean
}

const GET = 'doorLock.getUser'

/** Reads the number of the member on the lock. Fails as `not-sent`, or with a ParamsError if no operation returns it. */
export const ownerOnLock = async (
  lock: LockContext,
  origin: ErrorOrigin,
  { lockUserId, memberId }: MethodRef,
): Promise<OwnerOnLock> => {
  if (lockUserId !== undefined) return { memberId: lockUserId, isAdmin: false }
  const owner =
    memberId === undefined
      ? undefined
      : await readOwner(lock, memberId).catch((error: unknown) => {
          throw asNotSent(error, origin)
        })
  if (owner?.lockUserId === undefined)
    throw new ParamsError(origin, [
      {
        path: 'method.lockUserId',
        message: 'required: the lists of this panel do not contain the number of its member',
      },
    ])
  const { role } = owner
  return { memberId: owner.lockUserId, isAdmin: role === 'owner' || role === 'administrator' }
}

const readOwner = async (lock: LockContext, memberId: string) => {
  if (lock.supports(GET) || !lock.supports(PANEL_ALL)) return getMember(lock, memberId)
  const members = await lock.call(PANEL_ALL, { devId: lock.deviceId })
  const row = members.find(({ userId }) => userId === memberId)
  return row === undefined ? undefined : { lockUserId: row.lockUserId, role: roleOf(row.userType) }
}
