import { renameUnlockMethod } from '../../../../actions/open-api/unlock-methods/rename-unlock-method'
import { name, urlInteger } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { findMethod } from '../../../world/unlock-methods'
import { operation } from '../../operation'

export const renameUnlockMethodOperation = operation(renameUnlockMethod, {
  params: { device_id: name, unlock_sn: urlInteger(), dp_code: name, unlock_name: name },
  handle: ({ world }, { device_id, unlock_sn, dp_code, unlock_name }) => {
    const lock = lockFor(renameUnlockMethod, world, device_id)
    findMethod(lock, { dpCode: dp_code, unlockSn: unlock_sn }).name = unlock_name
    return true
  },
})
