import { defineAction } from '../../../src/core/action'
import { newPasswordFields } from '../../mini-program/shared/new-temporary-password'
import { flag, id, params } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Opens the door of a Zigbee lock with a password, which has 6 digits before encryption.
 *
 * Confidence A (vendor page, clients): the table calls all three fields optional.
 *
 * @example
 * ```ts
 * const device_id = seed.locks.garage.id
 * const cipher = passwordCipher({ accessKey: simulator.accessKey })
 * const garage = lock(panel, device_id, { type: 'zigbee', clock, passwordCipher: cipher })
 * const toMs = clock.now() + 3_600_000
 * const { id } = await garage.temporaryPasswords.create({ name: 'Guest', toMs, password: '135790' })
 * await garage.temporaryPasswords.waitUntilActive(id).done
 * clock.advance(120_000) // Without `fromMs`, a password is valid a little later.
 *
 * const ticket = await panel.apiRequest('doorLock.passwordTicket', { device_id })
 * const result = await panel.apiRequest('POST /v1.0/devices/{device_id}/door-lock/open-door', {
 *   device_id,
 *   password: await cipher.encrypt(ticket, '135790'),
 *   password_type: 'ticket',
 *   ticket_id: ticket.ticket_id,
 * })
 * console.log(result)
 * ```
 */
export const openWithPassword = withTwin(
  'doorLock.openDoor',
  defineAction({
    name: 'POST /v1.0/devices/{device_id}/door-lock/open-door',
    family: 'open-api',
    safety: 'once',
    ticket: 'ticket_id',
    check: 'GET /v1.0/devices/{device_id}/status',
    locks: ['zigbee'],
    params: params({
      required: { device_id: id() },
      optional: {
        password: newPasswordFields.password,
        password_type: newPasswordFields.password_type,
        ticket_id: newPasswordFields.ticket_id,
      },
    }),
    result: flag(),
  }),
)
