import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'

/**
 * Makes a temporary password invalid until `unfreezeTemporaryPassword`.
 *
 * Confidence A (vendor page, clients): the page names no kind of lock; a client reports that other locks than Zigbee locks
 * refuse it (2004).
 */
export const freezeTemporaryPassword = defineAction({
  name: 'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/freeze-password',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['zigbee'],
  params: params({ required: { device_id: id(), password_id: id('Long') } }),
  result: flag(),
})
