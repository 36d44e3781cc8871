import { defineAction } from '../../../src/core/action'
import { flag, id, listOf, record } from '../../shared'
import { deviceParams } from '../shared/device-params'
import { remoteUnlockType } from '../shared/remote-unlock-type'

/**
 * Lists the remote unlock switches of a lock.
 *
 * Document 001, lines 1248-1293: the sample has no result, so only the identifier is certain.
 */
export const remoteUnlocks = defineAction({
  name: 'doorLock.remoteUnlocks',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble'],
  // Reported of keypads: the switch of an unlock that works.
  reportedLocks: ['access-control'],
  params: deviceParams,
  result: listOf(
    record({
      documented: { device_id: id() },
      optional: {
        remote_unlock_type: remoteUnlockType,
        open: flag(),
      },
    }),
  ),
})
