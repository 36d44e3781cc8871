import { defineAction } from '../../../src/core/action'
import { id, params, record, secret, text } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Fetches a dynamic password, which opens the lock for a short time.
 *
 * Confidence A (vendor page, clients): works on Bluetooth locks without a gateway; a client of another one is refused.
 */
export const readDynamicPassword = withTwin(
  'doorLock.getDynamicPassword',
  defineAction({
    name: 'GET /v1.0/devices/{device_id}/door-lock/dynamic-password',
    family: 'open-api',
    safety: 'read',
    locks: ['any'],
    params: params({ required: { device_id: id() } }),
    result: record({ key: { dynamic_password: secret(text({ min: 1 })) } }),
  }),
)
