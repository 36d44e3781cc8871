import { remoteUnlocks } from '../../../../actions/mini-program/door-lock/remote-unlocks'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const remoteUnlocksOperation = operation(remoteUnlocks, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) => {
    const { id, remoteUnlock } = lockFor(remoteUnlocks, world, device_id)
    return Object.entries(remoteUnlock).map(([remote_unlock_type, open]) => ({
      remote_unlock_type,
      open,
      device_id: id,
    }))
  },
})
