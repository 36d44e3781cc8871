import { modifyDeviceUser } from '../../../../actions/open-api/users/modify-device-user'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { operation } from '../../operation'
import { personOf, personParams } from '../shared/device-user'

export const modifyDeviceUserOperation = operation(modifyDeviceUser, {
  params: { device_id: name, user_id: name, ...personParams },
  handle: ({ world }, { device_id, user_id, ...person }) => {
    const lock = lockFor(modifyDeviceUser, world, device_id)
    Object.assign(findMember(world, lock, user_id).member, personOf(person))
    return true
  },
})
