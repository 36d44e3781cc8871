import { defineAction } from '../../../src/core/action'
import { newPasswordFields } from '../../mini-program/shared/new-temporary-password'
import { flag, id, params } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Opens the door of a Zigbee lock with a password, which has 6 digits before encryption.
 *
 * Confidence A (vendor page, clients): the table calls all three fields optional.
 */
export const openWithPassword = withTwin(
  'doorLock.openDoor',
  defineAction({
    name: 'POST /v1.0/devices/{device_id}/door-lock/open-door',
    family: 'open-api',
    safety: 'once',
    ticket: 'ticket_id',
    check: 'GET /v1.0/devices/{device_id}/status',
    locks: ['zigbee'],
    params: params({
      required: { device_id: id() },
      optional: {
        password: newPasswordFields.password,
        password_type: newPasswordFields.password_type,
        ticket_id: newPasswordFields.ticket_id,
      },
    }),
    result: flag(),
  }),
)
