import { defineAction } from '../../../src/core/action'
import { epochSeconds, id, oneOf, params, record, secret, text } from '../../shared'

/**
 * Issues an offline password, or a code that clears one or all of them, from the supply of a lock; each call issues
 * another one.
 *
 * Confidence A (vendor page, clients): the table wraps the fields in `offline_pwd_add_request`; most clients send them
 * flat, and so does the contract.
 */
export const issueOfflinePassword = defineAction({
  name: 'POST /v1.1/devices/{device_id}/door-lock/offline-temp-password',
  family: 'open-api',
  safety: 'once',
  check: 'GET /v1.0/devices/{device_id}/door-lock/offline-temp-password',
  locks: ['wifi', 'ble'],
  params: params({
    required: { device_id: id() },
    optional: {
      type: oneOf(['multiple', 'once', 'clear_one', 'clear_all']),
      name: text(),
      /** Required for `multiple`; the cloud cuts both times to the hour. Others start now and last 6 or 24 hours. */
      effective_time: epochSeconds(),
      invalid_time: epochSeconds(),
      /** For `clear_one`: the password that the code clears. */
      password_id: id(),
    },
  }),
  result: record({
    key: {
      offline_temp_password_id: id(),
      /** The digits, which are typed at the lock. */
      offline_temp_password: secret(text({ min: 1 })),
    },
    documented: {
      offline_temp_password_name: text(),
      effective_time: epochSeconds(),
      invalid_time: epochSeconds(),
    },
  }),
})
