import { defineAction } from '../../../src/core/action'
import { absent, anyOf, flag, id, params, text } from '../../shared'
import { newPasswordFields } from '../shared/new-temporary-password'

/** The samples send an empty text for an unchanged field, so an empty name means no change. */
const name = text({ min: 1 })

/** The table of the rename lists these too, as optional; without the others they change nothing. */
const onlyInFullChange = absent(
  'only in a full change, with password, effective_time, invalid_time, password_type and ticket_id',
)

/**
 * Changes a temporary password: the full change requires a new password and a new ticket, the rename neither.
 *
 * Document 001, lines 939-1077, describes the two forms as one action each. Bluetooth locks only have the rename,
 * access control only the full change. The table calls the result an Object, the samples have true.
 */
export const modifyTemporaryPassword = defineAction({
  name: 'doorLock.modifyTemporaryPassword',
  family: 'mini-program',
  safety: 'once',
  ticket: 'ticket_id',
  check: 'doorLock.getTemporaryPassword',
  locks: ['wifi', 'zigbee', 'ble', 'access-control'],
  params: anyOf(
    params({
      required: {
        device_id: id(),
        password_id: id('Long'),
        password: newPasswordFields.password,
        effective_time: newPasswordFields.effective_time,
        invalid_time: newPasswordFields.invalid_time,
        password_type: newPasswordFields.password_type,
        ticket_id: newPasswordFields.ticket_id,
      },
      optional: {
        name,
        phone: newPasswordFields.phone,
        type: newPasswordFields.type,
        time_zone: newPasswordFields.time_zone,
        schedule_list: newPasswordFields.schedule_list,
        bluetooth_symbolic: newPasswordFields.bluetooth_symbolic,
      },
    }),
    params({
      required: { device_id: id(), password_id: id('Long'), name },
      optional: {
        password: onlyInFullChange,
        effective_time: newPasswordFields.effective_time,
        invalid_time: newPasswordFields.invalid_time,
        password_type: onlyInFullChange,
        ticket_id: onlyInFullChange,
        phone: newPasswordFields.phone,
        type: newPasswordFields.type,
        time_zone: newPasswordFields.time_zone,
        schedule_list: newPasswordFields.schedule_list,
        bluetooth_symbolic: newPasswordFields.bluetooth_symbolic,
      },
    }),
  ),
  result: flag(),
})
