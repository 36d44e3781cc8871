import { defineAction } from '../../../src/core/action'
import { id, params } from '../../shared'
import { asPassword, listedPassword } from '../shared/temporary-password'
import { withTwin } from '../shared/with-twin'

/**
 * Reads a temporary password, a deleted one too.
 *
 * Confidence A (vendor page, clients): the path has temp-password here, and temp-passwords in the other routes. The field
 * `id` is called `password_id` in the mini-program family.
 */
export const readTemporaryPassword = withTwin(
  'doorLock.getTemporaryPassword',
  defineAction({
    name: 'GET /v1.0/devices/{device_id}/door-lock/temp-password/{password_id}',
    family: 'open-api',
    safety: 'read',
    locks: ['wifi', 'zigbee', 'ble', 'access-control'],
    params: params({ required: { device_id: id(), password_id: id('Long') } }),
    result: listedPassword,
  }),
  { result: asPassword },
)
