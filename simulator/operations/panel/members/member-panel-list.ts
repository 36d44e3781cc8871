import { memberPanelList } from '../../../../actions/panel/members/member-panel-list'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { memberRow, sampledMembers } from '../shared/member-row'
import { deviceParams, rowParams, rowsOf } from '../shared/params'

/** The users without an account. */
export const memberPanelListOperation = operation(memberPanelList, {
  params: { ...deviceParams, ...rowParams },
  handle: ({ world }, { devId, ...rows }) => {
    const lock = lockFor(memberPanelList, world, devId)
    const users = world.deviceUsers.filter(({ lockId }) => lockId === lock.id)
    return rowsOf(users, rows).map((user) => memberRow(lock, user))
  },
  sampled: sampledMembers,
})
