import { defineAction } from '../../../src/core/action'
import { flag, id, int, params } from '../../shared'
import { unlockTypeOrRemote } from '../shared/unlock-type'
import { userKind } from '../shared/user-kind'

/**
 * Deletes an unlocking method.
 *
 * Document 003, lines 228-276: a face can be enrolled and is not among the types here.
 */
export const deleteUnlockMethod = defineAction({
  name: 'DELETE /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/unlock-types/{unlock_type}/keys/{unlock_no}',
  family: 'open-api',
  safety: 'idempotent',
  // No such data, no such record. "No such user" (2006) does not mean that.
  removes: { notFound: [1000, 2323], result: true },
  locks: ['wifi', 'zigbee', 'ble', 'wifi-keepalive', 'access-control'],
  params: params({
    required: {
      device_id: id(),
      /** Keep-alive locks: 1. */
      user_type: userKind,
      user_id: id(),
      unlock_type: unlockTypeOrRemote,
      /** Called `unlock_sn` in other operations. */
      unlock_no: int(),
    },
  }),
  result: flag(),
})
