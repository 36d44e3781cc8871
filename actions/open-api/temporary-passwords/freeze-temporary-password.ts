import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'

/**
 * Makes a temporary password invalid until `unfreezeTemporaryPassword`.
 *
 * Confidence A (vendor page, clients): the page names no kind of lock; a client reports that other locks than Zigbee locks
 * refuse it (2004).
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
 * const route = 'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/freeze-password'
 * console.log(await panel.apiRequest(route, { device_id, password_id: id }))
 * ```
 */
export const freezeTemporaryPassword = defineAction({
  name: 'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/freeze-password',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['zigbee'],
  params: params({ required: { device_id: id(), password_id: id('Long') } }),
  result: flag(),
})
