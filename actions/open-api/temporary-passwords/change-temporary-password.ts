import { defineAction } from '../../../src/core/action'
import { newPasswordFields } from '../../mini-program/shared/new-temporary-password'
import { flag, id, params, text } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Changes a temporary password: requires a new PIN and a new ticket.
 *
 * Confidence A (vendor page, clients): `name` is required in the table and not in the sample. The page names Bluetooth locks
 * too, although document 001 (lines 939-1077) gives them only the change without a PIN, which this route does not have.
 */
export const changeTemporaryPassword = withTwin(
  'doorLock.modifyTemporaryPassword',
  defineAction({
    name: 'PUT /v1.0/devices/{device_id}/door-lock/temp-passwords/{password_id}/modify-password',
    family: 'open-api',
    safety: 'once',
    ticket: 'ticket_id',
    check: 'GET /v1.0/devices/{device_id}/door-lock/temp-password/{password_id}',
    locks: ['wifi', 'zigbee', 'ble', 'access-control'],
    params: params({
      required: {
        device_id: id(),
        password_id: id('Long'),
        name: text(),
        password: newPasswordFields.password,
        effective_time: newPasswordFields.effective_time,
        invalid_time: newPasswordFields.invalid_time,
        password_type: newPasswordFields.password_type,
        ticket_id: newPasswordFields.ticket_id,
      },
      optional: {
        phone: newPasswordFields.phone,
        type: newPasswordFields.type,
        time_zone: newPasswordFields.time_zone,
        schedule_list: newPasswordFields.schedule_list,
      },
    }),
    result: flag(),
  }),
  {
    params: ({ bluetooth_symbolic: _, ...params }) =>
      params.password === undefined || params.name === undefined
        ? 'it changes a password only with its name, a new PIN and a ticket'
        : { ...params, name: params.name },
  },
)
