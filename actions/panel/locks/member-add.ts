import { defineAction } from '../../../src/core/action'
import { flag, oneOf, text } from '../../shared'
import { panelParams } from '../shared/panel-params'

/**
 * Adds a user without an account to a lock.
 *
 * Confidence A (vendor page): in an older version of the page only.
 */
export const memberAdd = defineAction({
  name: 'tuya.m.device.member.add',
  family: 'panel',
  version: '3.0',
  safety: 'once',
  check: 'tuya.m.device.member.panel.list',
  locks: ['ble'],
  params: panelParams({
    required: {
      userName: text(),
      /** 10 permanent, 20 from a start to an end, 30 continuous. */
      timesetType: oneOf(['10', '20', '30']),
    },
    optional: {
      avatar: text(),
      /** How the user may open; the form is not documented. */
      opmode: text(),
      /** The validity period as the lock has it, hexadecimal. */
      timeset: text(),
      timeZone: text(),
    },
  }),
  result: flag(),
})
