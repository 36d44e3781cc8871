import { defineAction } from '../../../src/core/action'
import { anyOf, emptyText, flag, int, intList, pageOf, record, text } from '../../shared'
import { panelParams } from '../shared/panel-params'
import { recordFields } from '../shared/record-fields'

/**
 * Lists what some data points reported, from a row on: how the door was opened.
 *
 * Document 004, lines 451-477: `dpIds` is an Integer in the table and a list in the sample, which has no envelope. The
 * table requires the times, which the vendor's own Wi-Fi panel leaves out.
 */
export const scaleHistoryList = defineAction({
  name: 'tuya.m.scale.history.list',
  family: 'panel',
  version: '2.0',
  safety: 'read',
  locks: ['wifi'],
  // Called by the vendor's own Zigbee panel, and reported of keypads.
  reportedLocks: ['zigbee', 'access-control'],
  params: panelParams({
    required: {
      dpIds: intList(),
      /** How many rows to skip. */
      offset: int(),
      limit: int(),
    },
    optional: {
      /** Empty or left out: without a beginning. The unit is not documented, so a number leaves as it is given. */
      startTime: anyOf(int(), emptyText()),
      /** Empty or left out: without an end. In the unit of `startTime`. */
      endTime: anyOf(int(), emptyText()),
    },
  }),
  result: pageOf({
    rows: 'datas',
    item: record({
      key: {
        gmtCreate: recordFields.gmtCreate,
      },
      documented: {
        uuid: recordFields.uuid,
        dps: recordFields.dps,
      },
      optional: {
        devId: recordFields.devId,
        avatar: recordFields.avatar,
        userName: recordFields.userName,
        unlockName: text(),
        userId: recordFields.userId,
        tags: recordFields.tags,
        status: recordFields.status,
      },
    }),
    optional: { hasNext: flag(), totalCount: int() },
  }),
})
