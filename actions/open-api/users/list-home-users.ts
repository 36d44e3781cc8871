import { defineAction } from '../../../src/core/action'
import {
  csv,
  epochSeconds,
  flag,
  id,
  int,
  jsonText,
  listOf,
  oneOf,
  pageOf,
  params,
  record,
  singleton,
  text,
} from '../../shared'
import { lockUserFields } from '../shared/lock-user'
import { scheduleDayFields, scheduleDeliveryFields } from '../shared/schedule'
import { unlockDpCode } from '../shared/unlock-dp-code'

/**
 * Lists the users of the home by pages, each with the unlocking methods of the requested codes.
 *
 * Document 000, lines 7-174: the page is in the sample only. The table calls `time_schedule_info` a JSON array; the
 * sample, version 1.1 and `doorLock.listUsers` have one object. A user without an end has only `permanent`, as the
 * sample of version 1.1 shows. The sample sends its parameters as the body of a GET; they go into the query.
 */
export const listHomeUsers = defineAction({
  name: 'GET /v1.0/smart-lock/devices/{device_id}/users',
  family: 'open-api',
  safety: 'read',
  locks: ['wifi-keepalive', 'wifi-video'],
  params: params({
    required: {
      device_id: id(),
      codes: csv(),
      /** Starts at 1. */
      page_no: int(),
      page_size: int(),
    },
  }),
  result: pageOf({
    rows: 'records',
    item: record({
      key: {
        user_id: id('Long'),
      },
      documented: {
        avatar_url: lockUserFields.avatar_url,
        user_contact: lockUserFields.user_contact,
        user_type: lockUserFields.user_type,
        nick_name: lockUserFields.nick_name,
        lock_user_id: lockUserFields.lock_user_id,
        back_home_notify_attr: lockUserFields.back_home_notify_attr,
        effective_flag: lockUserFields.effective_flag,
        time_schedule_info: jsonText(
          singleton({
            documented: { permanent: flag() },
            optional: {
              effective_time: epochSeconds('String'),
              expired_time: epochSeconds('String'),
              operate: scheduleDeliveryFields.operate,
              delivery_status: scheduleDeliveryFields.delivery_status,
              schedule_details: jsonText(
                listOf(
                  record({
                    documented: {
                      start_minute: scheduleDayFields.start_minute,
                      end_minute: scheduleDayFields.end_minute,
                      working_day: scheduleDayFields.working_day,
                    },
                    optional: {
                      all_day: scheduleDayFields.all_day,
                      time_zone_id: scheduleDayFields.time_zone_id,
                    },
                  }),
                ),
                'value',
              ),
            },
          }),
          'value',
        ),
        uid: lockUserFields.uid,
      },
      optional: {
        /** Absent if no codes were requested, as `doorLock.listUsers` does. */
        unlock_detail: jsonText(
          listOf(
            record({
              key: { dp_code: unlockDpCode },
              optional: {
                /** The length of `unlock_list`. */
                count: int(),
                unlock_list: jsonText(
                  listOf(
                    record({
                      key: {
                        unlock_sn: int(),
                      },
                      documented: {
                        /** The number of the DP and `unlock_sn`, such as 12-3. */
                        unlock_id: id(),
                      },
                      optional: {
                        unlock_name: text(),
                        /** 0 normal, 1 raises a duress alarm. */
                        unlock_attr: oneOf([0, 1]),
                        /** Text under the name `opmode_id` in other operations. */
                        op_mode_id: int(),
                        /** The lock takes a picture when the method unlocks it. */
                        photo_unlock: flag(),
                        /** The administrator's own, as the lock reports it. */
                        admin: flag(),
                      },
                    }),
                  ),
                  'value',
                ),
              },
            }),
          ),
          'value',
        ),
      },
    }),
    optional: { has_more: flag(), total: int(), total_pages: int() },
  }),
})
