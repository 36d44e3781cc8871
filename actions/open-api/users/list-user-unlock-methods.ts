import { defineAction } from '../../../src/core/action'
import { csv, flag, id, int, jsonText, listOf, oneOf, params, record, text } from '../../shared'
import { lockUserFields } from '../shared/lock-user'
import { unlockDpCode } from '../shared/unlock-dp-code'

/**
 * Lists the unlocking methods of one user, a page at a time without saying whether there are more.
 *
 * Document 000, lines 261-407: the table calls the result a Boolean, the sample is a bare list. `notify_info` is JSON
 * text in the table and an object in the sample, `allocate_flag` a Boolean and a number, `unlock_sn` text and a number.
 * The sample spells success as sucess and true as ture.
 */
export const listUserUnlockMethods = defineAction({
  name: 'GET /v1.0/smart-lock/devices/{device_id}/opmodes/{user_id}',
  family: 'open-api',
  safety: 'read',
  locks: ['wifi-video', 'access-control'],
  params: params({
    required: {
      device_id: id(),
      user_id: id(),
      /** May be empty. */
      codes: csv(),
      /** May be empty. */
      unlock_name: text(),
      /** Starts at 1. */
      page_no: int(),
      page_size: int(),
    },
  }),
  result: listOf(
    record({
      key: {
        dp_code: unlockDpCode,
        unlock_sn: int('String'),
      },
      documented: {
        user_name: text(),
        user_id: lockUserFields.user_id,
        user_type: lockUserFields.user_type,
        lock_user_id: lockUserFields.lock_user_id,
        unlock_name: text(),
        /** The parameter of `setUnlockMethodAttribute`. */
        opmode_id: id(),
        /**
         * 1 confirmed, 2 to be confirmed, 3 frozen, 4 to be frozen, 5 to be unfrozen, 6 to be reset, 7 failed,
         * 8 deleted, 9 to be deleted, 10 to be created.
         */
        phase: oneOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        /** 0 normal, 1 raises a duress alarm. */
        unlock_attr: oneOf([0, 1]),
        notify_info: jsonText(
          record({
            /** Through the app, or through a public account of WeChat. */
            documented: { app_send: flag('Integer') },
            optional: { msg_phone: text(), voice_phone: text() },
          }),
        ),
        /** The method can be unbound: it was never a user's before, or it was made one's out of the unassigned. */
        allocate_flag: flag(),
      },
      optional: {
        uid: lockUserFields.uid,
        /** The number of the DP and `unlock_sn`, such as 12-3. */
        unlock_id: id(),
        operate: oneOf(['CREATE']),
        voice_attr: int(),
        /** The validity period as the lock has it, hexadecimal. */
        user_time_set: text(),
        delivery_status: oneOf(['ONGOING', 'SUCCESS', 'FAILED']),
      },
    }),
  ),
})
