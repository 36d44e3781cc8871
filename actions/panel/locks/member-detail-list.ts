import { defineAction } from '../../../src/core/action'
import { csv, flag, id, int, listOf, oneOf, record, text } from '../../shared'
import { memberFields } from '../shared/member-fields'
import { panelParams } from '../shared/panel-params'
import { unlockId } from '../shared/unlock-id'

/**
 * Lists the members of the home who use a lock, with their unlocking methods by data point.
 *
 * Confidence A (vendor page): for locks with a PCBA module; has no table of the result.
 */
export const memberDetailList = defineAction({
  name: 'tuya.m.device.member.detail.list',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['any'],
  params: panelParams({
    optional: {
      /** Numbers of data points; all if absent. */
      dpIds: csv(),
    },
  }),
  result: listOf(
    record({
      key: { userId: memberFields.userId },
      documented: {
        lockUserId: int(),
        userContact: memberFields.userContact,
        nickName: memberFields.nickName,
        avatarUrl: memberFields.avatarUrl,
        userType: oneOf([10, 20, 30]),
        backHomeNotifyAttr: flag('Integer'),
        unlockDetail: listOf(
          record({
            key: { dpId: int() },
            documented: {
              /** The member may unlock with this kind. */
              open: flag(),
              /** How many there are in `unlockList`. */
              count: int(),
              unlockList: listOf(
                record({
                  key: { unlockId },
                  documented: {
                    devId: id(),
                    unlockName: text(),
                    /** 0 normal, 1 special: raises a duress alarm. */
                    unlockAttr: oneOf([0, 1]),
                    opModeId: id('Long'),
                  },
                }),
              ),
            },
          }),
        ),
      },
    }),
  ),
})
