import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'

/**
 * Deletes all temporary passwords of a lock, the valid ones too. `removalInvalidTempPasswords` deletes only invalid ones.
 *
 * Confidence A (vendor page, clients): the sample says reset-password.
 */
export const clearTemporaryPasswords = defineAction({
  name: 'POST /v1.0/devices/{device_id}/door-lock/temp-passwords/rest-password',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['wifi', 'zigbee', 'ble'],
  params: params({ required: { device_id: id() } }),
  result: flag(),
})
