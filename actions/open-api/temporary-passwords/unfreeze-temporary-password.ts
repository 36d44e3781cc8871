import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'

/**
 * Makes a frozen temporary password valid again.
 *
 * Confidence A (vendor page, clients).
 *
 * @example
 * ```ts
 * const device_id = seed.locks.garage.id
 * const cipher = passwordCipher({ accessKey: simulator.accessKey })
 * const garage = lock(panel, device_id, { type: 'zigbee', clock, passwordCipher: cipher })
 * const toMs = clock.now() + 3_600_000
 * const { id } = await garage.temporaryPasswords.create({ name: 'Guest', toMs, password: '135790' })
 * await garage.temporaryPasswords.waitUntilActive(id).done
 *
 * await garage.temporaryPasswords.freeze(id)
 * const route = 'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/unfreeze-password'
 * console.log(await panel.apiRequest(route, { device_id, password_id: id }))
 * ```
 */
export const unfreezeTemporaryPassword = defineAction({
  name: 'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/unfreeze-password',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['zigbee'],
  params: params({ required: { device_id: id(), password_id: id('Long') } }),
  result: flag(),
})
