import { defineAction } from '../../../src/core/action'
import { id, params, record } from '../../shared'
import { lockUserFields } from '../shared/lock-user'
import { userSchedule } from '../shared/user-schedule'

/**
 * Reads a user of an access control device.
 *
 * Document 000, lines 706-816: it says that administrators cannot be read, and its sample is the owner of the home. Four fields of
 * the table are not in the sample.
 */
export const getDeviceUserV11 = defineAction({
  name: 'GET /v1.1/devices/{device_id}/users/{user_id}',
  family: 'open-api',
  safety: 'read',
  locks: ['access-control'],
  params: params({
    required: {
      device_id: id(),
      /** 0 is the current user. */
      user_id: id(),
    },
  }),
  result: record({
    key: {
      user_id: lockUserFields.user_id,
    },
    documented: {
      avatar_url: lockUserFields.avatar_url,
      user_contact: lockUserFields.user_contact,
      user_type: lockUserFields.user_type,
      nick_name: lockUserFields.nick_name,
      lock_user_id: lockUserFields.lock_user_id,
    },
    optional: {
      back_home_notify_attr: lockUserFields.back_home_notify_attr,
      effective_flag: lockUserFields.effective_flag,
      time_schedule_info: userSchedule,
      uid: lockUserFields.uid,
    },
  }),
})
