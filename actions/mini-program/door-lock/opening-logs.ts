import { defineAction } from '../../../src/core/action'
import {
  epochMs,
  epochSeconds,
  id,
  int,
  listOf,
  oneOf,
  pageOf,
  params,
  record,
  text,
} from '../../shared'

/**
 * Lists the openings of a door by pages.
 *
 * Document 001, lines 446-527: milliseconds in the request, seconds in the answer; `status` is a list in the table and one
 * object in the sample; the code of a fingerprint is unlock_finger here, unlock_fingerprint elsewhere.
 */
export const openingLogs = defineAction({
  name: 'doorLock.openingLogs',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble'],
  // Reported of keypads.
  reportedLocks: ['access-control'],
  params: params({
    required: {
      device_id: id(),
      page_no: int(),
      page_size: int(),
      start_time: epochMs(),
      end_time: epochMs(),
    },
  }),
  result: pageOf({
    rows: 'logs',
    item: record({
      key: {
        update_time: epochSeconds(),
      },
      documented: {
        status: listOf(
          record({
            key: {
              code: oneOf([
                'unlock_finger',
                'unlock_password',
                'unlock_temporary',
                'unlock_dynamic',
                'unlock_card',
                'unlock_face',
                'unlock_key',
              ]),
              /** The number of the method on the lock. */
              value: text(),
            },
          }),
        ),
      },
      optional: {
        avatar: text(),
        nick_name: text(),
        unlock_name: text(),
        user_id: id(),
      },
    }),
    documented: { total: int() },
  }),
})
