import { memberOpmodeAdd } from '../../../../actions/panel/unlock-methods/member-opmode-add'
import { name } from '../../../checks/values'
import { fixed } from '../../../quirks/values'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { methodNamed } from '../../../world/unlock-methods'
import { operation } from '../../operation'
import { assignTo } from '../shared/unlock-methods'

/** Refused for an assigned method. */
export const memberOpmodeAddOperation = operation(memberOpmodeAdd, {
  params: { devId: name, userId: name, unlockId: name, unlockName: name },
  handle: (cloud, { devId, userId, unlockId, unlockName }) => {
    const lock = lockFor(memberOpmodeAdd, cloud.world, devId)
    findMember(cloud.world, lock, userId)
    const method = methodNamed(lock, unlockId)
    if (method.userId !== undefined) return refuse('status does not allow it', 'unlockId')
    assignTo([method], userId)
    method.name = unlockName
    cloud.record({
      deviceId: lock.id,
      command: 'assign-method',
      action: memberOpmodeAdd.name,
      reached: 'cloud',
      detail: { userId, unlockId, unlockName },
    })
    return { opModeId: method.id, unlockName }
  },
  sampled: { quirks: [fixed('unlockName', 'password40')] },
})
