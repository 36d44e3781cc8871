import { defineAction } from '../../../src/core/action'
import { flag, id, text } from '../../shared'
import { panelParams } from '../shared/panel-params'

/**
 * Renames an unlocking method of a member.
 *
 * Document 004, lines 234-257: `opmodeId` here, `opModeId` where it is answered.
 */
export const memberOpmodeUpdate = defineAction({
  name: 'tuya.m.device.member.opmode.update',
  family: 'panel',
  version: '1.0',
  safety: 'idempotent',
  locks: ['wifi'],
  // The vendor's panel template for Bluetooth locks calls a function with these parameters; its operation is not shown.
  reportedLocks: ['ble'],
  params: panelParams({
    required: { opmodeId: id(), unlockName: text() },
    aliases: { opmodeId: ['opModeId'] },
  }),
  result: flag(),
})
