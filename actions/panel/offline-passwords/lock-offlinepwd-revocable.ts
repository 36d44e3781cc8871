import { defineAction } from '../../../src/core/action'
import { listOf, record } from '../../shared'
import { deviceParams } from '../shared/device-params'
import { offlinePasswordFields } from '../shared/offline-password-fields'

/**
 * Lists the offline passwords for many times that can still be revoked.
 *
 * Document 004, lines 764-785: the sample has numbers that begin with a zero, which is no JSON.
 */
export const lockOfflinepwdRevocable = defineAction({
  name: 'tuya.m.device.lock.offlinepwd.revocable',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['wifi'],
  params: deviceParams,
  result: listOf(
    record({
      key: { pwdId: offlinePasswordFields.pwdId },
      optional: {
        pwdName: offlinePasswordFields.pwdName,
        gmtStart: offlinePasswordFields.gmtStart,
        gmtExpired: offlinePasswordFields.gmtExpired,
      },
    }),
  ),
})
