import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'
import { unlockType } from '../shared/unlock-type'

/**
 * Assigns one unlocking method to a user; `assignUnlockMethods` assigns several, on other lock types.
 *
 * Document 000, lines 991-1023: where `no` and `type` go is not written; a POST has them in its body.
 */
export const assignUnlockMethod = defineAction({
  name: 'POST /v1.0/devices/{device_id}/device-lock/users/{user_id}/allocate',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['wifi', 'zigbee', 'ble'],
  params: params({
    required: {
      device_id: id(),
      user_id: id(),
      /** Described as the number of a lock; what can be meant is that of the method, elsewhere `unlock_sn`. */
      no: id(),
      type: unlockType,
    },
  }),
  result: flag(),
})
