import { defineAction } from '../../../src/core/action'
import { int, listOf, oneOf, record } from '../../shared'
import { offlinePasswordFields } from '../shared/offline-password-fields'
import { panelParams } from '../shared/panel-params'

/**
 * Lists the offline passwords of a type, from a row on.
 *
 * Document 004, lines 688-712: the sample request lacks `offset` and `limit`, which the table requires.
 */
export const lockOfflinepwdList = defineAction({
  name: 'tuya.m.device.lock.offlinepwd.list',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['wifi'],
  params: panelParams({
    required: {
      pwdType: offlinePasswordFields.pwdType,
      /** How many rows to skip. */
      offset: int(),
      limit: int(),
    },
  }),
  result: listOf(
    record({
      key: { pwdId: offlinePasswordFields.pwdId },
      optional: {
        pwdName: offlinePasswordFields.pwdName,
        gmtStart: offlinePasswordFields.gmtStart,
        gmtExpired: offlinePasswordFields.gmtExpired,
        /** 1 issued and in effect, 2 issued; 3 has no meaning in the documents. */
        status: oneOf([1, 2, 3]),
      },
    }),
  ),
})
