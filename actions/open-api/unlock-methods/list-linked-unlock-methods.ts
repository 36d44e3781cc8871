import { defineAction } from '../../../src/core/action'
import { flag, id, listOf, params, record } from '../../shared'
import { unlockKeyFields } from '../shared/unlock-keys'
import { unlockType } from '../shared/unlock-type'
import { userKind } from '../shared/user-kind'

/** Lists the unlocking methods of one user. Document 003, lines 10-65: the sample of the answer is missing. */
export const listLinkedUnlockMethods = defineAction({
  name: 'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys',
  family: 'open-api',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble', 'wifi-video'],
  params: params({
    required: {
      device_id: id(),
      /** Video locks: 1. */
      user_type: userKind,
      user_id: id(),
    },
    optional: { unlock_type: unlockType },
  }),
  result: record({
    documented: {
      unlock_keys: listOf(
        record({
          key: {
            unlock_no: unlockKeyFields.unlock_no,
            unlock_type: unlockKeyFields.unlock_type,
          },
          optional: {
            /** It raises a duress alarm. */
            hijack: flag(),
          },
        }),
      ),
    },
  }),
})
