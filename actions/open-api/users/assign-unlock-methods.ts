import { defineAction } from '../../../src/core/action'
import { flag, id, int, listOf, params } from '../../shared'
import { unlockDpCode } from '../shared/unlock-dp-code'

/** Assigns unlocking methods to a user. Document 000, lines 1026-1078: two columns of the table are swapped. */
export const assignUnlockMethods = defineAction({
  name: 'POST /v1.0/devices/{device_id}/door-lock/opmodes/actions/allocate',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['access-control', 'ble'],
  params: params({
    required: {
      device_id: id(),
      user_id: id(),
      unlock_list: listOf(params({ required: { dp_code: unlockDpCode, unlock_sn: int() } })),
    },
  }),
  result: flag(),
})
