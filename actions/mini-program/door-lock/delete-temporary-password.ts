import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'

/**
 * Deletes a temporary password.
 *
 * Document 001, lines 1078-1122: `password_id` is String here and Long in the other operations; the sample sends a
 * number.
 */
export const deleteTemporaryPassword = defineAction({
  name: 'doorLock.deleteTemporaryPassword',
  family: 'mini-program',
  safety: 'idempotent',
  // No such data, Zigbee password, Wi-Fi password, record: a password with this id no longer exists.
  removes: { notFound: [1000, 2310, 2321, 2323], result: true },
  locks: ['wifi', 'zigbee', 'ble', 'access-control'],
  params: params({
    required: { device_id: id(), password_id: id() },
    optional: {
      /** True in a WeChat mini-program, for a Bluetooth lock. */
      bluetooth_symbolic: flag(),
    },
  }),
  result: flag(),
})
