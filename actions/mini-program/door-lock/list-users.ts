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
import { unlockingMethodFields } from '../shared/unlocking-method'
import { userType } from '../shared/user-type'

/**
 * Lists the users of a lock by pages, each with the unlocking methods of the requested codes.
 *
 * Document 001, lines 2278-2380: the sample is a bare list; the REST twin in document 000 answers with this page.
 */
export const listUsers = defineAction({
  name: 'doorLock.listUsers',
  family: 'mini-program',
  safety: 'read',
  locks: ['any'],
  params: params({
    required: {
      device_id: id(),
      /** Empty: users without their unlocking methods. */
      target_standard_dp_codes: csv(),
      /** Starts at 1. */
      page_no: int(),
      page_size: int(),
    },
  }),
  result: pageOf({
    rows: 'records',
    item: record({
      key: {
        user_id: id(),
      },
      documented: {
        /** The number of the user on the lock. */
        lock_user_id: int(),
        user_contact: text(),
        nick_name: text(),
        avatar_url: text(),
        user_type: userType,
        back_home_notify_attr: flag('Integer'),
        /** 0 invalid, 1 valid, 2 valid later. */
        effective_flag: oneOf([0, 1, 2]),
        /** One object here and in the samples; a list in document 000 for the REST twin. */
        time_schedule_info: jsonText(
          singleton({
            documented: { permanent: flag() },
            optional: {
              effective_time: epochSeconds(),
              expired_time: epochSeconds(),
              operate: oneOf(['ADD', 'MODIFY', 'DELETE']),
              delivery_status: oneOf(['ONGOING', 'SUCCESS', 'FAILED']),
              schedule_details: jsonText(
                listOf(
                  record({
                    optional: {
                      all_day: flag(),
                      /** The unit is not documented; the REST twin uses minutes of the day. */
                      effective_time: int('Long'),
                      invalid_time: int('Long'),
                      /** A bit for each day, bit 0 Sunday to bit 6 Saturday. */
                      working_day: int(),
                    },
                  }),
                ),
                'value',
              ),
            },
          }),
          'value',
        ),
      },
      optional: {
        uid: id(),
        /** Absent if no codes were requested. */
        unlock_detail: listOf(
          record({
            key: {
              dp_code: unlockingMethodFields.dp_code,
            },
            documented: {
              open: flag(),
              /** The length of `unlock_list`. */
              count: int(),
              unlock_list: listOf(
                record({
                  key: {
                    unlock_sn: unlockingMethodFields.unlock_sn,
                  },
                  documented: {
                    dp_code: unlockingMethodFields.dp_code,
                    unlock_name: unlockingMethodFields.unlock_name,
                    unlock_attr: unlockingMethodFields.unlock_attr,
                    /** Was never assigned to a user. */
                    allocate_flag: flag('Integer'),
                  },
                }),
              ),
            },
          }),
        ),
      },
    }),
    optional: {
      has_more: flag(),
      total: int(),
      total_pages: int(),
    },
  }),
})
