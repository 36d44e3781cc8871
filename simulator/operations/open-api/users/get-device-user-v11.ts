import { getDeviceUserV11 } from '../../../../actions/open-api/users/get-device-user-v11'
import { name } from '../../../checks/values'
import { without } from '../../../quirks/fields'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { operation } from '../../operation'
import { userFields, userState } from '../shared/user'

const CURRENT_USER = '0'

export const getDeviceUserV11Operation = operation(getDeviceUserV11, {
  params: { device_id: name, user_id: name },
  handle: (cloud, { device_id, user_id }) => {
    const { world } = cloud
    const lock = lockFor(getDeviceUserV11, world, device_id)
    const memberId = user_id === CURRENT_USER ? world.currentUserId : user_id
    const found = findMember(world, lock, memberId)
    return { ...userFields(found), ...userState(cloud, lock, found) }
  },
  sampled: {
    quirks: ['back_home_notify_attr', 'effective_flag', 'time_schedule_info', 'uid'].map(without),
  },
})
