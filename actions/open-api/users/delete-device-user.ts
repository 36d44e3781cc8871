import { defineAction } from '../../../src/core/action'
import { id, params } from '../../shared'
import { undescribedResult } from '../shared/undescribed-result'

/**
 * Deletes a user of a lock.
 *
 * Document 000, lines 646-670: whether the unlocking methods of the user go too is not written.
 */
export const deleteDeviceUser = defineAction({
  name: 'DELETE /v1.0/devices/{device_id}/users/{user_id}',
  family: 'open-api',
  safety: 'idempotent',
  // No such data, no such user, no such record.
  removes: { notFound: [1000, 2006, 2323], result: true },
  locks: ['wifi', 'zigbee', 'ble'],
  params: params({ required: { device_id: id(), user_id: id() } }),
  result: undescribedResult,
})
