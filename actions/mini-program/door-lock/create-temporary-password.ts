import { defineAction } from '../../../src/core/action'
import { id, params, text } from '../../shared'
import { createdPassword } from '../shared/created-password'
import { newPasswordFields } from '../shared/new-temporary-password'

/**
 * Creates a temporary password.
 *
 * Document 001, lines 780-860: the sample lacks `password_type` and `ticket_id`, which the table requires, and sends
 * `phone` as a number.
 */
export const createTemporaryPassword = defineAction({
  name: 'doorLock.createTemporaryPassword',
  family: 'mini-program',
  safety: 'once',
  ticket: 'ticket_id',
  check: 'doorLock.getTemporaryPasswordList',
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
      bluetooth_symbolic: newPasswordFields.bluetooth_symbolic,
      sn: newPasswordFields.sn,
    },
  }),
  result: createdPassword,
})
