import { defineAction } from '../../../src/core/action'
import { id, int, record, secret, text } from '../../shared'
import { deviceParams } from '../shared/device-params'

/**
 * Fetches a ticket, which is valid for one command, with the key that encrypts a temporary password.
 *
 * Document 001, lines 568-617: the unit of `expire_time` is not documented; the sample has 360.
 */
export const passwordTicket = defineAction({
  name: 'doorLock.passwordTicket',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble'],
  // Reported of keypads.
  reportedLocks: ['access-control'],
  params: deviceParams,
  result: record({
    key: {
      /** A secret: it is sufficient to unlock with `doorLock.passwordFreeOpen`. */
      ticket_id: secret(id()),
      /** Encrypted with the access key of the project. */
      ticket_key: secret(text()),
    },
    documented: {
      /** The remaining validity of the ticket. */
      expire_time: int('Long', { unit: 'seconds' }),
    },
  }),
})
