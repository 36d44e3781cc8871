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
import { withTwin } from '../shared/with-twin'

/**
 * Lists the records of a lock by pages.
 *
 * Confidence B (vendor page, clients): the last table and the sample were not seen. Has `unread_count`, which the
 * mini-program family calls `unreadCount`.
 */
export const listLockRecords = withTwin(
  'doorLock.listRecords',
  defineAction({
    name: 'GET /v1.0/devices/{device_id}/door-lock/records',
    family: 'open-api',
    safety: 'read',
    locks: ['any'],
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
        key: { gmt_create: epochMs() },
        documented: {
          record_id: id(),
          record_type: oneOf(['alarm', 'normal']),
          user_id: id(),
          user_name: text(),
          avatar: text(),
          unlock_name: text(),
          /** The record can be assigned to a user: see `assignRecord`. */
          member_bindable_flag: flag('Integer'),
          dps: dps(),
          /** The people who unlocked together. */
          union_unlock_info: jsonText(
            listOf(
              record({
                optional: {
                  user_name: text(),
                  /** A DP code, such as unlock_password. */
                  opmode: text(),
                  unlock_name: text(),
                },
              }),
            ),
            'value',
          ),
          media_info_list: jsonText(
            listOf(
              record({
                optional: {
                  file_url: text(),
                  file_key: secret(text()),
                  bucket: text(),
                  file_path: text(),
                  media_url: text(),
                  media_key: secret(text()),
                  media_path: text(),
                  media_bucket: text(),
                },
              }),
            ),
            'value',
          ),
        },
      }),
      documented: { has_more: flag(), total_pages: int(), unread_count: int(), total: int() },
    }),
  }),
  {
    result: ({ unread_count, records, ...page }) => ({
      ...page,
      records: records.map(({ media_info_list, union_unlock_info, ...row }) => ({
        ...row,
        media_info_list: media_info_list.map(
          ({
            media_url = '',
            media_key = '',
            media_path,
            media_bucket,
            file_url = media_url,
            file_key = media_key,
            file_path = media_path,
            bucket = media_bucket,
          }) => ({
            file_url,
            file_key,
            ...(file_path !== undefined && { file_path }),
            ...(bucket !== undefined && { bucket }),
          }),
        ),
        union_unlock_info: union_unlock_info.map(
          ({ user_name = '', opmode = '', unlock_name = '' }) => ({
            user_name,
            opmode,
            unlock_name,
          }),
        ),
      })),
      ...(unread_count !== undefined && { unreadCount: unread_count }),
    }),
  },
)
