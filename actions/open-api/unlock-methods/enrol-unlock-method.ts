import { defineAction } from '../../../src/core/action'
import { flag, id, oneOf, params, secret, text } from '../../shared'
import { userKind } from '../shared/user-kind'

/**
 * Starts the enrolment of an unlocking method at the lock; the steps come as pushes (see `unlockMethodEvents$`).
 *
 * Document 003, lines 170-226: whether the two kinds are required is not written, and the sample has no body.
 */
export const enrolUnlockMethod = defineAction({
  name: 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry',
  family: 'open-api',
  safety: 'once',
  ticket: 'ticket_id',
  check:
    'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys',
  locks: ['wifi', 'zigbee', 'ble', 'wifi-keepalive', 'wifi-video', 'access-control'],
  params: params({
    required: { device_id: id(), user_id: id() },
    optional: {
      /** Keep-alive and video locks: 1. */
      user_type: userKind,
      unlock_type: oneOf(['fingerprint', 'password', 'card', 'face', 'remoteControl']),
      /** With the two below, for a password on a Bluetooth lock. No values are written; passwords elsewhere have ticket. */
      password_type: oneOf(['ticket']),
      /** For one time. */
      ticket_id: secret(id()),
      /** Encrypted with the key of the ticket. */
      password: secret(text({ min: 1 })),
    },
  }),
  result: flag(),
})
