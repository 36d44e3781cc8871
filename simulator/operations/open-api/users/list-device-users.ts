import { listDeviceUsers } from '../../../../actions/open-api/users/list-device-users'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { membersOf } from '../../../world/lock-users'
import { operation } from '../../operation'
import { deviceUserRow } from '../shared/device-user'

/** The table has no envelope, and there is no sample. */
export const listDeviceUsersOperation = operation(listDeviceUsers, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) => {
    const lock = lockFor(listDeviceUsers, world, device_id)
    return membersOf(world, lock).map(({ member }) => deviceUserRow(lock, member))
  },
  sampled: { envelope: 'bare' },
})
