import { defineAction } from '../../../src/core/action'
import {
  csv,
  dps,
  epochMs,
  flag,
  id,
  int,
  jsonText,
  listOf,
  oneOf,
  pageOf,
  params,
  record,
  secret,
  text,
} from '../../shared'

/**
 * Lists the records of a lock by pages.
 *
 * Document 001, lines 122-232: the table describes one record, the sample wraps it in this page; `page_no` starts at 1
 * and is sampled as 0. The unit of `start_time` and `end_time` is not documented; the records use milliseconds.
 */
export const listRecords = defineAction({
  name: 'doorLock.listRecords',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'ble'],
  // Reported of keypads, and `channel_id` is for them.
  reportedLocks: ['access-control'],
  params: params({
    required: {
      device_id: id(),
      target_standard_dp_codes: csv(),
      /** 0: no lower limit. */
      start_time: epochMs(),
      /** 0: no upper limit. */
      end_time: epochMs(),
      /** Starts at 1. */
      page_no: int(),
      page_size: int(),
    },
  }),
  result: pageOf({
    rows: 'records',
    item: record({
      key: {
        gmt_create: epochMs(),
      },
      documented: {
        record_id: id(),
        user_id: id(),
        user_name: text(),
        unlock_name: text(),
        avatar: text(),
        dps: dps(),
        /** The meaning of the numbers is not documented. */
        status: int(),
        /** The other operations on records have numbers here. */
        record_type: oneOf(['alarm', 'normal']),
        media_info_list: jsonText(
          listOf(
            record({
              key: {
                file_url: text(),
              },
              documented: {
                file_key: secret(text()),
              },
              optional: { file_path: text(), bucket: text() },
            }),
          ),
          'value',
        ),
        /** The record can be assigned to a user. */
        member_bindable_flag: flag('Integer'),
        /** The people who unlocked together. */
        union_unlock_info: jsonText(
          listOf(
            record({
              documented: {
                user_name: text(),
                /** A DP code, such as unlock_password. */
                opmode: text(),
                unlock_name: text(),
              },
            }),
          ),
          'value',
        ),
      },
      optional: {
        /** The door, if one lock has several. */
        channel_id: id(),
      },
    }),
    optional: { total: int(), unreadCount: int() },
  }),
})
