import { memberPanelGet } from '../../../../actions/panel/locks/member-panel-get'
import { name, text } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { operation } from '../../operation'

export const memberPanelGetOperation = operation(memberPanelGet, {
  params: { devId: name, userId: text },
  handle: ({ world }, { devId, userId }) => {
    const lock = lockFor(memberPanelGet, world, devId)
    const { member, lockUser } = findMember(world, lock, userId || world.currentUserId)
    return {
      userId: member.userId,
      lockUserId: lockUser.lockUserId,
      userType: member.userType,
    }
  },
})
