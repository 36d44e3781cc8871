import { isVendorError, type VendorError } from '../../core/errors/vendor-error'
import { selectChannel } from '../shared/channel'
import { expectDone, expectId } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { writesOf } from '../shared/read-back'
import { memberChannels, PANEL_REMOVE, REMOVE, REMOVE_FROM_LOCK } from './channels'
import type { RemovedMember } from './member'
import { memberKey } from './read-added'
import { roleOf } from './roles'

const removing = { action: 'members.remove' }
const listing = { action: 'members.removed' }
const clearing = { action: 'members.clearRemoved' }

const ABSENT = 'GET /v1.0/devices/{device_id}/door-lock/absent-users'

type Remove = (lock: LockContext, id: string) => Promise<unknown>

const deleteFromLock = async ({ deviceId, call }: LockContext, ids: readonly string[]) =>
  call(REMOVE_FROM_LOCK, { device_id: deviceId, user_ids: ids.join(',') })

const NO_SUCH_USER = 2006

const isNoSuchUser = (error: unknown): error is VendorError =>
  isVendorError(error) && error.code === NO_SUCH_USER

/**
 * For a video lock: the command goes to the lock, so that neither number nor methods remain. The contract has no `removes`,
 * because it supports several users; for one user, "no such user" on a retry means that the removal executed.
 */
const removeFromLock: Remove = async (lock, id) => {
  try {
    return await deleteFromLock(lock, [id])
  } catch (error) {
    if (isNoSuchUser(error) && error.attempt > 1) return true
    throw error
  }
}

const removeOverOpenApi: Remove = ({ deviceId, call }, user_id) =>
  call(REMOVE, { device_id: deviceId, user_id })

const removeOverPanel: Remove = ({ deviceId, call }, userId) =>
  call(PANEL_REMOVE, { devId: deviceId, userId })

export const removeMember = async (lock: LockContext, id: string): Promise<void> => {
  expectId(id, removing)
  const remove = selectChannel(lock, removing.action, memberChannels.removedMembers, {
    [REMOVE_FROM_LOCK]: removeFromLock,
    [REMOVE]: removeOverOpenApi,
    [PANEL_REMOVE]: removeOverPanel,
  })
  expectDone(removing, await remove(lock, id))
  writesOf(lock).forget(memberKey(id))
}

const readRemoved = async ({ deviceId, call }: LockContext): Promise<readonly RemovedMember[]> => {
  const users = await call(ABSENT, { device_id: deviceId })
  return users.map(({ user_id, user_type, lock_user_id }) => ({
    id: user_id,
    role: roleOf(user_type),
    ...(lock_user_id !== undefined && { lockUserId: lock_user_id }),
  }))
}

/** The members who left the home and are still on the lock. */
export const removedMembers = async (lock: LockContext): Promise<readonly RemovedMember[]> =>
  lock.selectOperation(listing.action, [[ABSENT, readRemoved]])(lock)

const MAX_ROUNDS = 2

/** Makes the lock delete them all and returns them. If one no longer exists, the list is read again. */
export const clearRemovedMembers = async (lock: LockContext): Promise<readonly RemovedMember[]> => {
  const read = lock.selectOperation(clearing.action, [[ABSENT, readRemoved]])
  const clear = lock.selectOperation(clearing.action, [[REMOVE_FROM_LOCK, deleteFromLock]])
  const removed = await read(lock)
  let remaining = removed
  for (let round = 1; remaining.length > 0; round++) {
    try {
      const ids = remaining.map(({ id }) => id)
      expectDone(clearing, await clear(lock, ids))
      return removed
    } catch (error) {
      if (round === MAX_ROUNDS || !isNoSuchUser(error)) throw error
      remaining = await read(lock)
    }
  }
  return removed
}
