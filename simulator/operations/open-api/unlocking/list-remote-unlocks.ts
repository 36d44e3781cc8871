import { listRemoteUnlocks } from '../../../../actions/open-api/unlocking/list-remote-unlocks'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const listRemoteUnlocksOperation = operation(listRemoteUnlocks, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) =>
    Object.entries(lockFor(listRemoteUnlocks, world, device_id).remoteUnlock).map(
      ([remote_unlock_type, open]) => ({ remote_unlock_type, open }),
    ),
})
