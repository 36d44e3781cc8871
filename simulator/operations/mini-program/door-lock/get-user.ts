import { getUser } from '../../../../actions/mini-program/door-lock/get-user'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { operation } from '../../operation'

const CURRENT_USER = '0'

export const getUserOperation = operation(getUser, {
  params: { device_id: name, user_id: name },
  handle: ({ world }, { device_id, user_id }) => {
    const lock = lockFor(getUser, world, device_id)
    const memberId = user_id === CURRENT_USER ? world.currentUserId : user_id
    const { member, lockUser } = findMember(world, lock, memberId)
    return {
      user_id: member.userId,
      lock_user_id: lockUser.lockUserId,
      avatar_url: member.avatarUrl,
      user_type: member.userType,
      nick_name: member.nickName,
      user_contact: member.contact,
    }
  },
  sampled: { envelope: 'bare' },
})
