import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'

/**
 * Removes the record of a deleted or expired temporary password.
 *
 * Confidence A (vendor page, clients).
 */
export const removeTemporaryPasswordRecord = defineAction({
  name: 'DELETE /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/record',
  family: 'open-api',
  safety: 'idempotent',
  // No such data, Zigbee password, Wi-Fi password, record: a password with this id no longer exists.
  removes: { notFound: [1000, 2310, 2321, 2323], result: true },
  locks: ['any'],
  params: params({ required: { device_id: id(), password_id: id('Long') } }),
  result: flag(),
})
