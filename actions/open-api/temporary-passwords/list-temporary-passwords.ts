import { defineAction } from '../../../src/core/action'
import { flag, id, listOf, params } from '../../shared'
import { asPassword, listedPassword } from '../shared/temporary-password'
import { withTwin } from '../shared/with-twin'

/**
 * Lists the valid or the invalid temporary passwords, or all of them.
 *
 * Confidence A (vendor page, clients): clients expect an empty list as null or as `{ list: [] }` too. A deleted password
 * stays in the list until its record is removed.
 */
export const listTemporaryPasswords = withTwin(
  'doorLock.getTemporaryPasswordList',
  defineAction({
    name: 'GET /v1.0/devices/{device_id}/door-lock/temp-passwords',
    family: 'open-api',
    safety: 'read',
    locks: ['wifi', 'zigbee', 'ble', 'access-control'],
    params: params({ required: { device_id: id() }, optional: { valid: flag() } }),
    result: listOf(listedPassword),
  }),
  { result: (rows) => rows.map(asPassword) },
)
