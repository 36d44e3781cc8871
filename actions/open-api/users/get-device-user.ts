import { defineAction } from '../../../src/core/action'
import { id, params } from '../../shared'
import { deviceUser } from '../shared/device-user'

/**
 * Reads a user of a lock; administrators cannot be read.
 *
 * Document 000, lines 672-704: the table has the user's fields and no envelope, and there is no sample.
 */
export const getDeviceUser = defineAction({
  name: 'GET /v1.0/devices/{device_id}/users/{user_id}',
  family: 'open-api',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble'],
  params: params({ required: { device_id: id(), user_id: id() } }),
  result: deviceUser,
})
