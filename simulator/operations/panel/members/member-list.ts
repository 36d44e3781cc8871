import { memberList } from '../../../../actions/panel/members/member-list'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { memberRow, sampledMembers } from '../shared/member-row'
import { deviceParams } from '../shared/params'

/** The members of the home who are users of the lock. */
export const memberListOperation = operation(memberList, {
  params: deviceParams,
  handle: ({ world }, { devId }) => {
    const lock = lockFor(memberList, world, devId)
    return world.members
      .filter(({ userId }) => lock.users.some((user) => user.userId === userId))
      .map((member) => memberRow(lock, member))
  },
  sampled: sampledMembers,
})
