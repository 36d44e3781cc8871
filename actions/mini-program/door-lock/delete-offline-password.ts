import { defineAction } from '../../../src/core/action'
import { anyOf, flag, id, params, secret } from '../../shared'

/**
 * Deletes an offline password.
 *
 * Nothing is documented: document 001 names it in its table of actions (line 43) and has no section for it, so the
 * parameters are those of `deleteTemporaryPassword`. Elsewhere the vendor answers this with a clearing code, which
 * is typed on the lock to end the password, so both are decoded. A repeated request could issue a second code.
 */
export const deleteOfflinePassword = defineAction({
  name: 'doorLock.deleteOfflinePassword',
  family: 'mini-program',
  safety: 'once',
  // No action of this family lists offline passwords.
  check: 'tuya.m.device.lock.offlinepwd.list',
  locks: ['wifi', 'zigbee', 'ble'],
  params: params({
    required: { device_id: id(), password_id: id() },
  }),
  /** A boolean, or the digits of the clearing code. */
  result: anyOf(flag(), secret(id())),
})
