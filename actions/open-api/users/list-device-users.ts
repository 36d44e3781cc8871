import { defineAction } from '../../../src/core/action'
import { id, listOf, params } from '../../shared'
import { deviceUser } from '../shared/device-user'

/**
 * Lists the users of a lock.
 *
 * Document 000, lines 819-848: a list by its title, while the table has one user's fields, without an id, and no
 * envelope; there is no sample.
 */
export const listDeviceUsers = defineAction({
  name: 'GET /v1.0/devices/{device_id}/users',
  family: 'open-api',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble'],
  params: params({ required: { device_id: id() } }),
  result: listOf(deviceUser),
})
