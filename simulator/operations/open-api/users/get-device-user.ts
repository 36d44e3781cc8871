import { getDeviceUser } from '../../../../actions/open-api/users/get-device-user'
import { name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { operation } from '../../operation'
import { deviceUserRow, isAdministrator } from '../shared/device-user'

/** The table has no envelope, and there is no sample. */
export const getDeviceUserOperation = operation(getDeviceUser, {
  params: { device_id: name, user_id: name },
  handle: ({ world }, { device_id, user_id }) => {
    const lock = lockFor(getDeviceUser, world, device_id)
    const { member } = findMember(world, lock, user_id)
    return isAdministrator(member)
      ? refuse('no permission', 'user_id')
      : deviceUserRow(lock, member)
  },
  sampled: { envelope: 'bare' },
})
