import { deleteDeviceUser } from '../../../../actions/open-api/users/delete-device-user'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { findMember, removeLockUser } from '../../../world/lock-users'
import { operation } from '../../operation'

export const deleteDeviceUserOperation = operation(deleteDeviceUser, {
  params: { device_id: name, user_id: name },
  handle: (cloud, { device_id, user_id }) => {
    const lock = lockFor(deleteDeviceUser, cloud.world, device_id)
    removeLockUser(cloud, lock, findMember(cloud.world, lock, user_id).lockUser)
    return true
  },
})
