import { remoteUnlockConfig } from '../../../../actions/mini-program/door-lock/remote-unlock-config'
import { boolean, name, oneOf } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const remoteUnlockConfigOperation = operation(remoteUnlockConfig, {
  params: {
    device_id: name,
    remote_unlock_type: oneOf(['remoteUnlockWithoutPwd', 'remoteUnlockWithPwd']),
    open: boolean,
  },
  handle: ({ world }, { device_id, remote_unlock_type, open }) => {
    lockFor(remoteUnlockConfig, world, device_id).remoteUnlock[remote_unlock_type] = open
    return true
  },
})
