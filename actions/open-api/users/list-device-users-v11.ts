import { defineAction } from '../../../src/core/action'
import { flag, id, int, oneOf, pageOf, params, record, text } from '../../shared'
import { lockUserFields } from '../shared/lock-user'
import { userSchedule } from '../shared/user-schedule'

/**
 * Lists the users of an access control device by pages.
 *
 * Document 000, lines 850-988: the sample requests administrators and returns the owner of the home.
 */
export const listDeviceUsersV11 = defineAction({
  name: 'GET /v1.1/devices/{device_id}/users',
  family: 'open-api',
  safety: 'read',
  locks: ['access-control'],
  params: params({
    required: {
      device_id: id(),
      /** A part of the name or of the account; empty: everyone. */
      keyword: text(),
      /** Empty: everyone. */
      role: oneOf(['admin', 'normal', '']),
      /** Starts at 1. */
      page_no: int(),
      page_size: int(),
    },
  }),
  result: pageOf({
    rows: 'records',
    item: record({
      key: {
        user_id: lockUserFields.user_id,
      },
      documented: {
        avatar_url: lockUserFields.avatar_url,
        user_contact: lockUserFields.user_contact,
        user_type: lockUserFields.user_type,
        nick_name: lockUserFields.nick_name,
        lock_user_id: lockUserFields.lock_user_id,
        back_home_notify_attr: lockUserFields.back_home_notify_attr,
        effective_flag: lockUserFields.effective_flag,
        time_schedule_info: userSchedule,
        uid: lockUserFields.uid,
      },
    }),
    documented: { has_more: flag(), total_pages: int(), total: int() },
  }),
})
