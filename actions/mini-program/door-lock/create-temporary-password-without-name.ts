import { defineAction } from '../../../src/core/action'
import { id, params } from '../../shared'
import { createdPassword } from '../shared/created-password'
import { newPasswordFields } from '../shared/new-temporary-password'

/**
 * Creates a temporary password without a name.
 *
 * Document 001, lines 861-938: it has a section and is not in the table of actions; the sample lacks `password_type`
 * and `ticket_id`, which the table requires, and sends `phone` as a number.
 */
export const createTemporaryPasswordWithoutName = defineAction({
  name: 'doorLock.createTemporaryPasswordWithoutName',
  family: 'mini-program',
  safety: 'once',
  ticket: 'ticket_id',
  check: 'doorLock.getTemporaryPasswordList',
  locks: ['wifi', 'zigbee', 'ble'],
  // Reported of keypads.
  reportedLocks: ['access-control'],
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
      bluetooth_symbolic: newPasswordFields.bluetooth_symbolic,
      sn: newPasswordFields.sn,
    },
  }),
  result: createdPassword,
})
