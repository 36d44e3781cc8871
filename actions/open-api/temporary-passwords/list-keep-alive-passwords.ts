import { defineAction } from '../../../src/core/action'
import { epochMs, flag, id, int, oneOf, pageOf, params, record, text } from '../../shared'

/**
 * Lists the temporary passwords of a keep-alive lock, from a row on.
 *
 * The first call for valid passwords also returns those whose delivery failed; the next call counts them as invalid.
 *
 * Confidence B (vendor page): parts of the page were not seen; a client misspells the path.
 */
export const listKeepAlivePasswords = defineAction({
  name: 'GET /v1.0/smart-lock/devices/{device_id}/stand-by-lock-temp-passwords',
  family: 'open-api',
  safety: 'read',
  locks: ['wifi-keepalive'],
  params: params({
    required: { device_id: id(), valid: flag(), page_size: int() },
    optional: {
      /** The key of the last answer; absent for the first page. */
      last_row_key: text(),
    },
  }),
  result: pageOf({
    rows: 'records',
    item: record({
      key: { password_id: id('Long') },
      documented: { pwd_type_code: oneOf(['temp']), name: text(), gmt_create: epochMs() },
    }),
    documented: { last_row_key: text(), has_more: flag() },
  }),
})
