import { scaleHistoryUserDelete } from '../../../../actions/panel/members/scale-history-user-delete'
import { name } from '../../../checks/values'
import type { Cloud } from '../../../cloud'
import { refuse } from '../../../refusal'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import { removeLockUser } from '../../../world/lock-users'
import { operation } from '../../operation'

/** Removes a user without an account; refused for members of the home. */
export const removePanelUser = (cloud: Cloud, lock: Lock, userId: string): true => {
  const isPanelUser = cloud.world.deviceUsers.some(
    (user) => user.userId === userId && user.lockId === lock.id,
  )
  const lockUser = lock.users.find((user) => user.userId === userId)
  if (!isPanelUser || lockUser === undefined) return refuse('user not exist')
  removeLockUser(cloud, lock, lockUser)
  return true
}

export const scaleHistoryUserDeleteOperation = operation(scaleHistoryUserDelete, {
  params: { devId: name, userId: name },
  handle: (cloud, { devId, userId }) =>
    removePanelUser(cloud, lockFor(scaleHistoryUserDelete, cloud.world, devId), userId),
})
