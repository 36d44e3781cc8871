import { defineAction } from '../../../src/core/action'
import { flag, id, listOf, params } from '../../shared'
import { unlockingMethodFields } from '../shared/unlocking-method'

/** Assigns unlocking methods to a user. Document 001, lines 1384-1431. */
export const allocateOpmode = defineAction({
  name: 'doorLock.allocateOpmode',
  family: 'mini-program',
  safety: 'idempotent',
  locks: ['wifi', 'ble'],
  // By the document of its twin over the open API.
  reportedLocks: ['zigbee', 'access-control'],
  params: params({
    required: {
      device_id: id(),
      user_id: id(),
      unlock_list: listOf(
        params({
          required: {
            dp_code: unlockingMethodFields.dp_code,
            unlock_sn: unlockingMethodFields.unlock_sn,
          },
        }),
      ),
    },
  }),
  result: flag(),
})
