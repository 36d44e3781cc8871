import { defineAction } from '../../../src/core/action'
import {
  csv,
  epochMs,
  epochSeconds,
  flag,
  id,
  int,
  listOf,
  oneOf,
  pageOf,
  params,
  record,
  secret,
  text,
} from '../../shared'

/**
 * Lists the records of a lock; each page is requested with the `lastRowKey` of the previous one.
 *
 * Document 001, lines 233-311: seconds in the request, milliseconds in the answer; no table names the fields of a record, and
 * the sample lacks `pageSize`, which the table requires.
 */
export const operateRecords = defineAction({
  name: 'doorLock.operateRecords',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'ble'],
  // Reported of keypads.
  reportedLocks: ['access-control'],
  params: params({
    required: {
      device_id: id(),
      /** 0: no lower limit. */
      startTime: epochSeconds(),
      /** 0: no upper limit. */
      endTime: epochSeconds(),
      pageSize: int('Integer', { max: 100 }),
    },
    optional: {
      userIds: csv(),
      /**
       * Integer in the table, unlock_record in the sample; the list of values is lost. The records also show
       * alarm_record, those of `loglatest` operate_log.
       */
      logCategories: id('Integer'),
      /** Absent for the first page. */
      lastRowKey: id(),
      onlyShowMediaRecord: flag(),
    },
  }),
  result: pageOf({
    rows: 'records',
    item: record({
      optional: {
        log_id: id(),
        /** Such as doorbell. */
        log_type: text(),
        log_category: text(),
        media_info_list: listOf(
          record({
            optional: {
              bucket: text(),
              file_key: secret(text()),
              file_path: text(),
              file_url: text(),
              /** The rotation of the picture. */
              angle: int(),
              media_key: secret(text()),
              media_path: text(),
              media_url: text(),
              media_bucket: text(),
            },
          }),
        ),
        unlock_name: text(),
        user_id: id(),
        user_name: text(),
        member_bindable_flag: flag(),
        dp_id: int(),
        time: epochMs(),
        /** 1 unlocking, 2 alarm. */
        record_type: oneOf([1, 2]),
        current_user: flag(),
      },
    }),
    optional: { hasMore: flag(), lastRowKey: id() },
  }),
})
