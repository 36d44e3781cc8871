import { listRemovedUsers } from '../../../../actions/open-api/users/list-removed-users'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { userTypeOf } from '../shared/user'

export const listRemovedUsersOperation = operation(listRemovedUsers, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) =>
    lockFor(listRemovedUsers, world, device_id).absentUsers.map((user) => ({
      user_id: user.userId,
      user_type: userTypeOf(user),
      lock_user_id: user.lockUserId,
    })),
})
