import { deleteUnlockMethod } from '../../../../actions/open-api/unlock-methods/delete-unlock-method'
import { name, urlInteger } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { findMethod } from '../../../world/unlock-methods'
import { operation } from '../../operation'
import {
  checkUserKind,
  dpCodeOf,
  unlockTypeOrRemote,
  userKind,
} from '../shared/unlock-method-params'

/** A method of another user is not found. */
export const deleteUnlockMethodOperation = operation(deleteUnlockMethod, {
  params: {
    device_id: name,
    user_type: userKind,
    user_id: name,
    unlock_type: unlockTypeOrRemote,
    unlock_no: urlInteger(),
  },
  handle: (cloud, { device_id, user_type, user_id, unlock_type, unlock_no }) => {
    const lock = lockFor(deleteUnlockMethod, cloud.world, device_id)
    checkUserKind(lock, user_type)
    findMember(cloud.world, lock, user_id)
    const method = { dpCode: dpCodeOf(unlock_type), unlockSn: unlock_no }
    const opmode = findMethod(lock, method)
    if (opmode.userId !== user_id) return refuse('no such record', method.dpCode)
    if (!lock.online) return refuse('device is offline')
    lock.opmodes.splice(lock.opmodes.indexOf(opmode), 1)
    cloud.record({
      deviceId: lock.id,
      command: 'delete-method',
      action: deleteUnlockMethod.name,
      reached: 'lock',
      detail: method,
    })
    cloud.push(lock, { event: 'unlockMethodDelete' })
    return true
  },
})
