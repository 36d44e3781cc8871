import { configureRemoteUnlock } from '../../../../actions/open-api/unlocking/configure-remote-unlock'
import { boolean, name, oneOf } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const configureRemoteUnlockOperation = operation(configureRemoteUnlock, {
  params: {
    device_id: name,
    remote_unlock_type: oneOf(['remoteUnlockWithoutPwd', 'remoteUnlockWithPwd']),
    open: boolean,
  },
  handle: ({ world }, { device_id, remote_unlock_type, open }) => {
    lockFor(configureRemoteUnlock, world, device_id).remoteUnlock[remote_unlock_type] = open
    return true
  },
})
