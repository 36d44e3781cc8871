import { memberRemove } from '../../../../actions/panel/locks/member-remove'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { removePanelUser } from '../members/scale-history-user-delete'

export const memberRemoveOperation = operation(memberRemove, {
  params: { devId: name, userId: name },
  handle: (cloud, { devId, userId }) =>
    removePanelUser(cloud, lockFor(memberRemove, cloud.world, devId), userId),
})
