import { defineAction } from '../../../src/core/action'
import { flag, text } from '../../shared'
import { offlinePasswordFields } from '../shared/offline-password-fields'
import { panelParams } from '../shared/panel-params'

/** Names an offline password. Document 004, lines 714-738. */
export const lockOfflinepwdBind = defineAction({
  name: 'tuya.m.device.lock.offlinepwd.bind',
  family: 'panel',
  version: '1.0',
  safety: 'idempotent',
  locks: ['wifi'],
  params: panelParams({
    required: {
      pwdId: offlinePasswordFields.pwdId,
      pwdName: offlinePasswordFields.pwdName,
      mobile: text(),
    },
  }),
  result: flag(),
})
