import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'
import { newPasswordFields } from '../shared/new-temporary-password'

/**
 * Opens the door of a Zigbee lock with a password, which has 6 digits before encryption.
 *
 * Document 001, lines 2057-2084: there is no sample of a request, and no value for `password_type`.
 */
export const openDoor = defineAction({
  name: 'doorLock.openDoor',
  family: 'mini-program',
  safety: 'once',
  ticket: 'ticket_id',
  check: 'device.status',
  locks: ['zigbee'],
  params: params({
    required: {
      device_id: id(),
      password: newPasswordFields.password,
      password_type: newPasswordFields.password_type,
      ticket_id: newPasswordFields.ticket_id,
    },
  }),
  result: flag(),
})
