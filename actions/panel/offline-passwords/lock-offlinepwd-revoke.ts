import { defineAction } from '../../../src/core/action'
import { secret, text } from '../../shared'
import { offlinePasswordFields } from '../shared/offline-password-fields'
import { panelParams } from '../shared/panel-params'

/**
 * Takes the code that clears an offline password for many times. Nothing is revoked until it is typed on the lock.
 *
 * Document 004, lines 740-762: `pwdId` is an Integer in the table and text in the sample. The codes seem to come from a
 * limited supply (`offlinepwd.available` knows a type for them), so a repeated request could use up another one.
 */
export const lockOfflinepwdRevoke = defineAction({
  name: 'tuya.m.device.lock.offlinepwd.revoke',
  family: 'panel',
  version: '1.0',
  safety: 'once',
  check: 'tuya.m.device.lock.offlinepwd.revocable',
  locks: ['wifi'],
  params: panelParams({ required: { pwdId: offlinePasswordFields.pwdId } }),
  /** The digits of the code. */
  result: secret(text({ min: 1 })),
})
