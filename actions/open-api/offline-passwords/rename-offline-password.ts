import { defineAction } from '../../../src/core/action'
import { flag, id, params, text } from '../../shared'

/**
 * Renames an offline password.
 *
 * Confidence A (vendor page, clients): the table has no body. The sample has `passwordName`; a client sends `name`.
 */
export const renameOfflinePassword = defineAction({
  name: 'PUT /v1.0/devices/{device_id}/door-lock/offline-temp-password/{password_id}',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['wifi', 'ble'],
  params: params({
    required: { device_id: id(), password_id: id('Long'), passwordName: text() },
    aliases: { passwordName: ['name'] },
  }),
  result: flag(),
})
