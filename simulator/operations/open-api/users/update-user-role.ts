import { updateUserRole } from '../../../../actions/open-api/users/update-user-role'
import { name, oneOf } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { operation } from '../../operation'

/** Refused for the owner of the home. */
export const updateUserRoleOperation = operation(updateUserRole, {
  params: { device_id: name, user_id: name, role: oneOf(['admin', 'normal']) },
  handle: ({ world }, { device_id, user_id, role }) => {
    const lock = lockFor(updateUserRole, world, device_id)
    const { member } = findMember(world, lock, user_id)
    if (member.userType === 50) return refuse('no permission', 'user_id')
    member.userType = role === 'admin' ? 10 : 20
    return undefined
  },
})
