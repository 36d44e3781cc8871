import { defineAction } from '../../../src/core/action'
import { id, int, record, secret, text } from '../../shared'
import { deviceParams } from '../shared/device-params'

/**
 * Fetches a ticket: good for one order, and the key that encrypts a temporary password.
 *
 * Document 001, lines 568-617: the unit of `expire_time` is not written, the sample says 360.
 */
export const passwordTicket = defineAction({
  name: 'doorLock.passwordTicket',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble'],
  params: deviceParams,
  result: record({
    required: {
      /** Opens the door by itself, with `doorLock.passwordFreeOpen`. */
      ticket_id: secret(id()),
      /** Encrypted with the access key of the project. */
      ticket_key: secret(text()),
      /** How long the ticket is still good. */
      expire_time: int('Long', { unit: 'seconds' }),
    },
  }),
})
