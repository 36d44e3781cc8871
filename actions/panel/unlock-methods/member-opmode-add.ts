import { defineAction } from '../../../src/core/action'
import { id, params, record, text } from '../../shared'
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
  params: params({ required: { devId: id(), userId: id(), unlockId, unlockName: text() } }),
  result: record({
    /** What `opmode.update` calls `opmodeId`. */
    key: { opModeId: id('Long') },
    optional: { unlockName: text() },
  }),
})
