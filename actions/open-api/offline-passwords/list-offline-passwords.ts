import { defineAction } from '../../../src/core/action'
import { csv, epochSeconds, flag, id, int, pageOf, params, record, text } from '../../shared'

/**
 * Lists the offline passwords of some kinds by pages.
 *
 * Confidence B (clients): the fields of a row were not seen; the contract assumes those of `issueOfflinePassword`.
 */
export const listOfflinePasswords = defineAction({
  name: 'GET /v1.0/devices/{device_id}/door-lock/offline-temp-password',
  family: 'open-api',
  safety: 'read',
  locks: ['wifi', 'ble'],
  params: params({
    required: {
      device_id: id(),
      /** Some of multiple, once, clear_one, clear_all. */
      pwd_type_codes: csv(),
      /** May be empty; the values are not known. */
      target_status: text(),
      /** Starts at 1. */
      page_no: int(),
      page_size: int(),
    },
  }),
  result: pageOf({
    rows: 'records',
    item: record({
      optional: {
        offline_temp_password_id: id(),
        offline_temp_password_name: text(),
        effective_time: epochSeconds(),
        invalid_time: epochSeconds(),
      },
    }),
    documented: { has_more: flag(), total_pages: int() },
  }),
})
