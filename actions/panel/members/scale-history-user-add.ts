import { defineAction } from '../../../src/core/action'
import { id, int, record, text } from '../../shared'
import { panelParams } from '../shared/panel-params'

/**
 * Adds a user of the lock.
 *
 * Document 004, lines 98-124: the avatar, the sex and the birthday are required, and sampled empty.
 */
export const scaleHistoryUserAdd = defineAction({
  name: 'm.smart.scale.history.user.add',
  family: 'panel',
  version: '1.0',
  safety: 'once',
  // No parameter names an account, so it can be no member of the family.
  check: 'tuya.m.device.member.panel.list',
  locks: ['wifi'],
  params: panelParams({
    required: {
      name: text(),
      /** May be empty. */
      avatar: text(),
      /** May be empty. */
      sex: text(),
      /** May be empty. */
      birthday: text(),
      /** 0 where it is not known; the unit is not documented. */
      height: int(),
    },
  }),
  result: record({ key: { userId: id() } }),
})
