import { defineAction } from '../../../src/core/action'
import { flag } from '../../shared'
import { panelParams } from '../shared/panel-params'
import { unlockId } from '../shared/unlock-id'

/** Takes an unlocking method from its member. Document 004, lines 176-198. */
export const scaleUserUnlockRemove = defineAction({
  name: 'm.smart.scale.user.unlock.remove',
  family: 'panel',
  version: '1.0',
  safety: 'idempotent',
  // No such data, no such record: no member has the method. "No such user" (2006) does not mean that.
  removes: { notFound: [1000, 2323], result: true },
  locks: ['wifi'],
  params: panelParams({ required: { unlockId } }),
  result: flag(),
})
