import { addDeviceUser } from '../../../../actions/open-api/users/add-device-user'
import { name, optionalText } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { addDeviceUser as addToLock } from '../../../world/lock-users'
import { operation } from '../../operation'
import { personOf, personParams } from '../shared/device-user'

/** Every call creates another user. */
export const addDeviceUserOperation = operation(addDeviceUser, {
  params: { device_id: name, ...personParams, contact: optionalText },
  handle: (cloud, { device_id, contact, ...person }) => {
    const lock = lockFor(addDeviceUser, cloud.world, device_id)
    const { userId } = addToLock(
      cloud,
      lock,
      { ...personOf(person), ...(contact !== undefined && { contact }) },
      addDeviceUser.name,
    )
    return { user_id: userId }
  },
})
