import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'
import { remoteUnlockType } from '../shared/remote-unlock-type'

/**
 * Switches a kind of remote unlock on or off.
 *
 * Document 001, lines 1294-1337: only `remoteUnlocks` documents the values of `remote_unlock_type`; the sample
 * sends an empty one, although it is required.
 */
export const remoteUnlockConfig = defineAction({
  name: 'doorLock.remoteUnlockConfig',
  family: 'mini-program',
  safety: 'idempotent',
  locks: ['wifi', 'zigbee', 'ble'],
  // Reported of keypads: the switch of an unlock that works.
  reportedLocks: ['access-control'],
  params: params({
    required: {
      device_id: id(),
      remote_unlock_type: remoteUnlockType,
      open: flag(),
    },
  }),
  result: flag(),
})
