import { defineAction } from '../../../src/core/action'
import { id, listOf, params, record } from '../../shared'
import { unlockKeyFields } from '../shared/unlock-keys'
import { unlockTypeOrRemote } from '../shared/unlock-type'

/** Lists the unlocking methods without a user. Document 003, lines 67-117: the sample of the answer is missing. */
export const listUnlinkedUnlockMethods = defineAction({
  name: 'GET /v1.0/devices/{device_id}/door-lock/unassigned-keys',
  family: 'open-api',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble', 'access-control'],
  params: params({ required: { device_id: id() }, optional: { unlock_type: unlockTypeOrRemote } }),
  result: record({
    documented: {
      unlock_keys: listOf(
        record({
          key: {
            unlock_no: unlockKeyFields.unlock_no,
            unlock_type: unlockKeyFields.unlock_type,
          },
        }),
      ),
    },
  }),
})
