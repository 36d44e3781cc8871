import { defineAction } from '../../../src/core/action'
import { csv, flag, id, int, oneOf, pageOf, params, record, text } from '../../shared'
import { unlockingMethodFields } from '../shared/unlocking-method'

/**
 * Lists the unlocking methods of one user by pages.
 *
 * Document 001, lines 2198-2277: `user_type` and `lock_user_id` are String in the table and numbers in the sample,
 * `photo_unlock` is an Integer there and a boolean here; the numbers of `user_type` are not those of `listUsers`.
 */
export const listUserOpmodes = defineAction({
  name: 'doorLock.listUserOpmodes',
  family: 'mini-program',
  safety: 'read',
  locks: ['any'],
  params: params({
    required: {
      device_id: id(),
      user_id: id(),
      /** May be empty. */
      target_unlock_standard_dp_codes: csv(),
      page_no: int(),
      page_size: int(),
    },
  }),
  result: pageOf({
    rows: 'records',
    item: record({
      key: {
        dp_code: unlockingMethodFields.dp_code,
        unlock_sn: unlockingMethodFields.unlock_sn,
      },
      documented: {
        user_name: text(),
        user_id: id(),
        /** 0 unknown, 10 administrator, 20 common home member, 30 marked member. */
        user_type: oneOf([0, 10, 20, 30], 'String'),
        /** The number of the user on the lock. */
        lock_user_id: int('String'),
        unlock_name: unlockingMethodFields.unlock_name,
        unlock_attr: unlockingMethodFields.unlock_attr,
        /** The lock takes a picture when the method unlocks it. */
        photo_unlock: flag('Integer'),
      },
      optional: {
        uid: id(),
        /** The number of the DP and `unlock_sn`, such as 12-3. */
        unlock_id: id(),
      },
    }),
    documented: { has_more: flag() },
    optional: { total: int(), total_pages: int() },
  }),
})
