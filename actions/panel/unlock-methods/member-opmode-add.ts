import { defineAction } from '../../../src/core/action'
import { id, record, text } from '../../shared'
import { panelParams } from '../shared/panel-params'
import { unlockId } from '../shared/unlock-id'

/**
 * Gives an unlocking method to a member, under a name.
 *
 * Document 004, lines 150-174: the sample requests fingerprint02 and returns password40.
 */
export const memberOpmodeAdd = defineAction({
  name: 'tuya.m.device.member.opmode.add',
  family: 'panel',
  version: '2.0',
  safety: 'once',
  check: 'tuya.m.device.member.detail',
  locks: ['wifi'],
  params: panelParams({ required: { userId: id(), unlockId, unlockName: text() } }),
  result: record({
    /** What `opmode.update` calls `opmodeId`. */
    key: { opModeId: id('Long') },
    optional: { unlockName: text() },
  }),
})
