import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'
import { newPasswordFields } from '../shared/new-temporary-password'

/**
 * Opens the door of a Zigbee lock with a password, which has 6 digits before encryption.
 *
 * Document 001, lines 2057-2084: there is no sample of a request, and no value for `password_type`.
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
 * const result = await panel.apiRequest('doorLock.openDoor', {
 *   device_id,
 *   password: await cipher.encrypt(ticket, '135790'),
 *   password_type: 'ticket',
 *   ticket_id: ticket.ticket_id,
 * })
 * console.log(result)
 * ```
 */
export const openDoor = defineAction({
  name: 'doorLock.openDoor',
  family: 'mini-program',
  safety: 'once',
  ticket: 'ticket_id',
  check: 'device.status',
  locks: ['zigbee'],
  params: params({
    required: {
      device_id: id(),
      password: newPasswordFields.password,
      password_type: newPasswordFields.password_type,
      ticket_id: newPasswordFields.ticket_id,
    },
  }),
  result: flag(),
})
