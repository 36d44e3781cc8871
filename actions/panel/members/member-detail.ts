import { defineAction } from '../../../src/core/action'
import { id, int, listOf, oneOf, record, text } from '../../shared'
import { memberFields } from '../shared/member-fields'
import { panelParams } from '../shared/panel-params'
import { unlockId } from '../shared/unlock-id'

/**
 * Reads one member, with the unlocking methods grouped by data point.
 *
 * Document 004, lines 200-232: the table wants `userId`, the sample sends `unlockId` instead and has `result` and
 * `success` swapped. No table names the fields of `unlockDetail`.
 */
export const memberDetail = defineAction({
  name: 'tuya.m.device.member.detail',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['wifi'],
  params: panelParams({ required: { userId: id() }, optional: { unlockId } }),
  result: record({
    key: {
      userId: memberFields.userId,
    },
    documented: {
      avatarUrl: memberFields.avatarUrl,
      userContact: memberFields.userContact,
      unlockDetail: listOf(
        record({
          key: {
            dpId: int(),
          },
          documented: {
            /** `member.list` has names under this name. */
            unlockList: listOf(
              record({
                key: { unlockId },
                documented: { opModeId: id('Long') },
                optional: {
                  devId: id(),
                  unlockName: text(),
                  /** 0 normal, 1 raises a duress alarm. */
                  unlockAttr: oneOf([0, 1]),
                },
              }),
            ),
          },
        }),
      ),
    },
    optional: { userType: memberFields.userType, nickName: memberFields.nickName },
  }),
})
