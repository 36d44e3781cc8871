import { defineAction } from '../../../src/core/action'
import { id, int, record, secret, text } from '../../shared'
import { deviceParams } from '../shared/device-params'

/**
 * Fetches a ticket: good for one order, and the key that encrypts a temporary password.
 *
 * Document 001, lines 568-617: the unit of `expire_time` is not written, the sample says 360.
 */
export const passwordTicket = /*#__PURE__*/ defineAction({
  name: 'doorLock.passwordTicket',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble'],
  params: deviceParams,
  result: /*#__PURE__*/ record({
    required: {
      /** Opens the door by itself, with `doorLock.passwordFreeOpen`. */
      ticket_id: /*#__PURE__*/ secret(/*#__PURE__*/ id()),
      /** Encrypted with the access key of the project. */
      ticket_key: /*#__PURE__*/ secret(/*#__PURE__*/ text()),
      /** How long the ticket is still good. */
      expire_time: /*#__PURE__*/ int('Long', { unit: 'seconds' }),
    },
  }),
})
