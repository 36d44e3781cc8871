import { memberDetailList } from '../../../../actions/panel/locks/member-detail-list'
import { optional } from '../../../checks/check'
import { commaSeparated, name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { membersOf } from '../../../world/lock-users'
import { operation } from '../../operation'
import { unlockDetailOf } from '../members/member-detail'
import { personOf } from '../shared/member-row'

export const memberDetailListOperation = operation(memberDetailList, {
  params: { devId: name, dpIds: optional(commaSeparated) },
  handle: ({ world }, { devId, dpIds = [] }) => {
    const lock = lockFor(memberDetailList, world, devId)
    return membersOf(world, lock)
      .filter(({ member }) => world.members.includes(member))
      .map(({ member, lockUser }) => ({
        ...personOf(member),
        lockUserId: lockUser.lockUserId,
        backHomeNotifyAttr: member.backHomeNotify,
        unlockDetail: unlockDetailOf(
          lock,
          lock.opmodes.filter(({ userId }) => userId === member.userId),
        )
          .filter(({ dpId }) => dpIds.length === 0 || dpIds.includes(String(dpId)))
          .map(({ dpId, unlockList }) => ({
            dpId,
            open: true,
            count: unlockList.length,
            unlockList,
          })),
      }))
  },
})
