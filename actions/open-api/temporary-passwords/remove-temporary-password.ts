import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Deletes a temporary password; its record stays in the list.
 *
 * Confidence A (vendor page, clients): the sample of a Bluetooth lock sends `bluetooth_symbolic` in a body, which the table
 * does not have; the contract does not send it. An expired password is refused (2304): remove its record.
 *
 * @example
 * ```ts
 * const toMs = clock.now() + 3_600_000
 * const { id } = await frontDoor.temporaryPasswords.create({ name: 'Guest', toMs })
 *
 * const route = 'DELETE /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}'
 * console.log(await panel.apiRequest(route, { device_id: frontDoor.deviceId, password_id: id }))
 * ```
 */
export const removeTemporaryPassword = withTwin(
  'doorLock.deleteTemporaryPassword',
  defineAction({
    name: 'DELETE /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}',
    family: 'open-api',
    safety: 'idempotent',
    // No such data, Zigbee password, Wi-Fi password, record: a password with this id no longer exists.
    removes: { notFound: [1000, 2310, 2321, 2323], result: true },
    locks: ['wifi', 'zigbee', 'ble', 'access-control'],
    params: params({ required: { device_id: id(), password_id: id('Long') } }),
    result: flag(),
  }),
  { params: ({ bluetooth_symbolic: _, ...params }) => params },
)
