import { defineAction } from '../../../src/core/action'
import { flag, id, params, secret } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Opens the door, with a ticket and without a password.
 *
 * Confidence A (vendor page, clients): has no `channel_id`, unlike `passwordFreeOpen` of the mini-program family.
 */
export const openWithoutPassword = withTwin(
  'doorLock.passwordFreeOpen',
  defineAction({
    name: 'POST /v1.0/devices/{device_id}/door-lock/password-free/open-door',
    family: 'open-api',
    safety: 'once',
    ticket: 'ticket_id',
    check: 'GET /v1.0/devices/{device_id}/status',
    locks: ['wifi', 'zigbee', 'ble', 'wifi-standard'],
    params: params({
      required: {
        device_id: id(),
        /** From `issuePasswordTicket`; single use. */
        ticket_id: secret(id()),
      },
    }),
    result: flag(),
  }),
  {
    params: ({ channel_id, ...params }) =>
      channel_id === undefined ? params : 'it cannot choose one of several doors (`channel_id`)',
  },
)
