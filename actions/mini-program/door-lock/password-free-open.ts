import { defineAction } from '../../../src/core/action'
import { flag, id, params, secret } from '../../shared'

/**
 * Opens the door, with a ticket and without a password.
 *
 * Document 001, lines 401-445: `channel_id` is for Wi-Fi access control, which the table of lock types does not list.
 */
export const passwordFreeOpen = defineAction({
  name: 'doorLock.passwordFreeOpen',
  family: 'mini-program',
  safety: 'once',
  ticket: 'ticket_id',
  check: 'device.status',
  locks: ['wifi', 'zigbee', 'ble', 'wifi-standard'],
  // Reported of keypads, and `channel_id` is for them.
  reportedLocks: ['access-control'],
  params: params({
    required: {
      device_id: id(),
      /** From `doorLock.passwordTicket`; single use. */
      ticket_id: secret(id()),
    },
    optional: { channel_id: id() },
  }),
  result: flag(),
})
