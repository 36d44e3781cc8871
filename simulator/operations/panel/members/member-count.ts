import { memberCount } from '../../../../actions/panel/members/member-count'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { deviceParams } from '../shared/params'

/** `panelUser` counts the users of this lock without an account. */
export const memberCountOperation = operation(memberCount, {
  params: deviceParams,
  handle: ({ world }, { devId }) => {
    const lock = lockFor(memberCount, world, devId)
    return {
      familyUser: world.members.length,
      panelUser: world.deviceUsers.filter(({ lockId }) => lockId === lock.id).length,
    }
  },
})
