import { defineAction } from '../../../src/core/action'
import { epochSeconds, id, record, secret, text } from '../../shared'
import { offlinePasswordFields } from '../shared/offline-password-fields'
import { panelParams } from '../shared/panel-params'

/**
 * Issues an offline password from the supply of a lock; each call issues another one.
 *
 * Document 004, lines 659-686: the times are Longs in the table and text in the sample, which sets them for a password
 * for one time, where they must be 0.
 */
export const lockOfflinepwdGet = defineAction({
  name: 'tuya.m.device.lock.offlinepwd.get',
  family: 'panel',
  version: '1.0',
  safety: 'once',
  check: 'tuya.m.device.lock.offlinepwd.list',
  locks: ['wifi'],
  params: panelParams({
    required: {
      pwdType: offlinePasswordFields.pwdType,
      /** 0 but for a password for many times. */
      gmtStart: epochSeconds(),
      /** 0 but for a password for many times. */
      gmtExpired: epochSeconds(),
    },
    optional: { pwdName: offlinePasswordFields.pwdName, countryCode: text(), mobile: text() },
  }),
  result: record({
    key: { pwd: secret(text({ min: 1 })), pwdId: id() },
  }),
})
