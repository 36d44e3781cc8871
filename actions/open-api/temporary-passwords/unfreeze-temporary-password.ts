import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'

/**
 * Makes a frozen temporary password valid again.
 *
 * Confidence A (vendor page, clients).
 */
export const unfreezeTemporaryPassword = defineAction({
  name: 'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/unfreeze-password',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['zigbee'],
  params: params({ required: { device_id: id(), password_id: id('Long') } }),
  result: flag(),
})
