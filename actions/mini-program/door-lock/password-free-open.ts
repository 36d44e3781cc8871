import { defineAction } from '../../../src/core/action'
import { flag, id, params, secret } from '../../shared'

/**
 * Opens the door, with a ticket and without a password.
 *
 * Document 001, lines 401-445: `channel_id` is for Wi-Fi access control, which is not among the locks that have this.
 */
export const passwordFreeOpen = /*#__PURE__*/ defineAction({
  name: 'doorLock.passwordFreeOpen',
  family: 'mini-program',
  safety: 'once',
  ticket: 'ticket_id',
  check: 'device.status',
  locks: ['wifi', 'zigbee', 'ble', 'wifi-standard'],
  params: /*#__PURE__*/ params({
    required: {
      device_id: /*#__PURE__*/ id(),
      /** From `doorLock.passwordTicket`, for one time. */
      ticket_id: /*#__PURE__*/ secret(/*#__PURE__*/ id()),
    },
    optional: { channel_id: /*#__PURE__*/ id() },
  }),
  result: /*#__PURE__*/ flag(),
})
