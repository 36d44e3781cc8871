import { defineAction } from '../../../src/core/action'
import { flag, id, int, listOf, params } from '../../shared'
import { unlockDpCode } from '../shared/unlock-dp-code'

/**
 * Takes unlocking methods from a user.
 *
 * Document 000, lines 1081-1149: the table says Code, its Chinese twin (document 002) code, both samples dp_code. The
 * contract accepts all and sends the name of the tables. On Bluetooth locks only for methods whose `allocate_flag` allows it.
 * No `removes`: "no such record" may refer to one of them.
 */
export const unbindUnlockMethods = defineAction({
  name: 'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/cancel-allocate',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['wifi', 'zigbee', 'ble'],
  params: params({
    required: {
      device_id: id(),
      user_id: id(),
      unlock_list: listOf(
        params({
          required: { code: unlockDpCode, unlock_sn: int() },
          aliases: { code: ['dp_code', 'Code'] },
        }),
      ),
    },
  }),
  result: flag(),
})
