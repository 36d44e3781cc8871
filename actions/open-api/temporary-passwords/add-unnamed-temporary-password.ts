import { defineAction } from '../../../src/core/action'
import { createdPassword } from '../../mini-program/shared/created-password'
import { newPasswordFields } from '../../mini-program/shared/new-temporary-password'
import { id, params } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Creates a temporary password without a name.
 *
 * Confidence B (vendor page, clients): the end of the page, with the result, was not seen; the result is that of
 * `addTemporaryPassword`.
 */
export const addUnnamedTemporaryPassword = withTwin(
  'doorLock.createTemporaryPasswordWithoutName',
  defineAction({
    name: 'POST /v2.0/devices/{device_id}/door-lock/temp-password',
    family: 'open-api',
    safety: 'once',
    ticket: 'ticket_id',
    check: 'GET /v1.0/devices/{device_id}/door-lock/temp-passwords',
    locks: ['wifi', 'zigbee', 'ble'],
    params: params({
      required: {
        device_id: id(),
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
    result: createdPassword,
  }),
  { params: ({ bluetooth_symbolic: _, ...params }) => params },
)
