import { deleteUsers } from '../../../../actions/open-api/users/delete-users'
import { commaSeparated, name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { purgeLockUser } from '../../../world/lock-users'
import { operation } from '../../operation'

/** All users of the list or none. */
export const deleteUsersOperation = operation(deleteUsers, {
  params: { device_id: name, user_ids: commaSeparated },
  handle: (cloud, { device_id, user_ids }) => {
    const lock = lockFor(deleteUsers, cloud.world, device_id)
    if (user_ids.length === 0) return refuse('param is empty', 'user_ids')
    const known = [...lock.users, ...lock.absentUsers].map(({ userId }) => userId)
    if (user_ids.some((userId) => !known.includes(userId))) return refuse('user not exist')
    for (const userId of user_ids) purgeLockUser(cloud, lock, userId, deleteUsers.name)
    return true
  },
})
