import { defineAction } from '../../../src/core/action'
import { flag, id, int, listOf, pageOf, params, record } from '../../shared'
import { recordFields } from '../shared/record-fields'

/**
 * Lists the alarms of some data points, from a row on.
 *
 * Document 004, lines 479-503: `dpIds` is an Integer in the table and a list in the sample, which has no envelope.
 */
export const lockAlarmList = defineAction({
  name: 'tuya.m.device.lock.alarm.list',
  family: 'panel',
  version: '1.0',
  safety: 'read',
  locks: ['wifi'],
  params: params({
    required: {
      devId: id(),
      dpIds: listOf(int()),
      /** How many rows to skip. */
      offset: int(),
      limit: int(),
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
        userId: recordFields.userId,
        tags: recordFields.tags,
        status: recordFields.status,
      },
    }),
    optional: { hasNext: flag(), totalCount: int() },
  }),
})
