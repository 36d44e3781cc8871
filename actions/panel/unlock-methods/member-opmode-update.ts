import { defineAction } from '../../../src/core/action'
import { flag, id, params, text } from '../../shared'

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
  params: params({
    required: { devId: id(), opmodeId: id(), unlockName: text() },
    aliases: { opmodeId: ['opModeId'] },
  }),
  result: flag(),
})
