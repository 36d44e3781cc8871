import { defineAction } from '../../../src/core/action'
import { id, int, listOf, params, record, text } from '../../shared'
import { unlockingMethodFields } from '../shared/unlocking-method'

/**
 * Lists by pages the unlocking methods on a lock that are not assigned to a user.
 *
 * Document 001, lines 1338-1383: the answer is a bare list, without a total and without a flag for further
 * pages.
 */
export const listUnallocatedOpmodes = defineAction({
  name: 'doorLock.listUnallocatedOpmodes',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'ble'],
  // By the document of its twin over the open API.
  reportedLocks: ['zigbee', 'access-control'],
  params: params({
    required: {
      device_id: id(),
      /** Starts at 1. */
      page_no: int(),
      page_size: int(),
    },
  }),
  result: listOf(
    record({
      documented: {
        /** The number of the DP, such as 12; in `listRecords` the same name is a DP code. */
        opmode: id(),
        standard_dp: text(),
        unlock_info: listOf(
          record({
            key: {
              dp_code: unlockingMethodFields.dp_code,
              unlock_sn: unlockingMethodFields.unlock_sn,
            },
            documented: {
              unlock_name: unlockingMethodFields.unlock_name,
            },
          }),
        ),
      },
    }),
  ),
})
