import { defineAction } from '../../../src/core/action'
import { flag, id, int, params, text } from '../../shared'
import { unlockDpCode } from '../shared/unlock-dp-code'

/** Gives an unlocking method another name. Document 003, lines 325-372: the sample has no body. */
export const renameUnlockMethod = defineAction({
  name: 'PUT /v1.0/devices/{device_id}/door-lock/opmodes/{unlock_sn}',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['access-control'],
  params: params({
    required: { device_id: id(), unlock_sn: int(), dp_code: unlockDpCode, unlock_name: text() },
  }),
  result: flag(),
})
