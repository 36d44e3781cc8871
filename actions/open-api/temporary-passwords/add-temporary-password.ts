import { defineAction } from '../../../src/core/action'
import { createdPassword } from '../../mini-program/shared/created-password'
import { newPasswordFields } from '../../mini-program/shared/new-temporary-password'
import { id, listOf, params, text } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Creates a temporary password.
 *
 * Confidence A (vendor page, clients): the table requires `relate_dev_list`, and says that it is for accessories of
 * Bluetooth locks; no client sends it. The sample sends `phone` as a number.
 */
export const addTemporaryPassword = withTwin(
  'doorLock.createTemporaryPassword',
  defineAction({
    name: 'POST /v1.0/devices/{device_id}/door-lock/temp-password',
    family: 'open-api',
    safety: 'once',
    ticket: 'ticket_id',
    check: 'GET /v1.0/devices/{device_id}/door-lock/temp-passwords',
    locks: ['wifi', 'zigbee', 'ble', 'access-control'],
    params: params({
      required: {
        device_id: id(),
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
        /** One linked device: for accessories of Bluetooth locks. */
        relate_dev_list: listOf(id()),
      },
    }),
    result: createdPassword,
  }),
  { params: ({ bluetooth_symbolic: _, ...params }) => params },
)
