import { scaleHistoryUserDelete } from '../../../../actions/panel/members/scale-history-user-delete'
import { name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { removeLockUser } from '../../../world/lock-users'
import { operation } from '../../operation'

/** Removes a user without an account; refused for members of the home. */
export const scaleHistoryUserDeleteOperation = operation(scaleHistoryUserDelete, {
  params: { devId: name, userId: name },
  handle: (cloud, { devId, userId }) => {
    const lock = lockFor(scaleHistoryUserDelete, cloud.world, devId)
    const isPanelUser = cloud.world.deviceUsers.some(
      (user) => user.userId === userId && user.lockId === lock.id,
    )
    const lockUser = lock.users.find((user) => user.userId === userId)
    if (!isPanelUser || lockUser === undefined) return refuse('user not exist')
    removeLockUser(cloud, lock, lockUser)
    return true
  },
})
