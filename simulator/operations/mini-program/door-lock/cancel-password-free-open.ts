import { cancelPasswordFreeOpen } from '../../../../actions/mini-program/door-lock/cancel-password-free-open'
import { name, oneOf } from '../../../checks/values'
import { endRequest } from '../../../hardware/ask-to-unlock'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

/** 1 rejected, 2 cancelled. Applies to the open request, because a request has no id. */
export const cancelPasswordFreeOpenOperation = operation(cancelPasswordFreeOpen, {
  params: { device_id: name, type: oneOf([1, 2]) },
  handle: (cloud, { device_id, type }) => {
    const lock = lockFor(cancelPasswordFreeOpen, cloud.world, device_id)
    if (lock.unlockRequestedAtMs === undefined) return refuse('status does not allow it')
    if (!lock.online) return refuse('device is offline')
    cloud.record({
      deviceId: lock.id,
      command: 'refuse-unlock',
      action: cancelPasswordFreeOpen.name,
      reached: 'lock',
      detail: { type },
    })
    endRequest(cloud, lock)
    return true
  },
})
