import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'

/**
 * Assigns the unlocking method of a record to a user.
 *
 * Confidence B (clients): no page was found.
 */
export const assignRecord = defineAction({
  name: 'POST /v1.0/devices/{device_id}/door-lock/records/{record_id}/actions/allocate',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['any'],
  params: params({ required: { device_id: id(), record_id: id(), user_id: id() } }),
  result: flag(),
})
