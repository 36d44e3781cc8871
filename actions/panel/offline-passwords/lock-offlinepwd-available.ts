import { defineAction } from '../../../src/core/action'
import { flag, oneOf } from '../../shared'
import { panelParams } from '../shared/panel-params'

/**
 * Asks whether a lock has another offline password of a type.
 *
 * Document 004, lines 635-657: the answer is sampled as the text false.
 */
export const lockOfflinepwdAvailable = defineAction({
  name: 'tuya.m.device.lock.offlinepwd.available',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['wifi'],
  params: panelParams({
    required: {
      /** 0 for many times, 1 for one time, 8 clears one password, 9 clears all passwords. */
      pwdType: oneOf(['0', '1', '8', '9']),
    },
  }),
  result: flag('String'),
})
