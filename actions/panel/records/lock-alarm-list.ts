import { defineAction } from '../../../src/core/action'
import { flag, int, intList, pageOf, record } from '../../shared'
import { panelParams } from '../shared/panel-params'
import { recordFields } from '../shared/record-fields'

/**
 * Lists the alarms of some data points, from a row on.
 *
 * Document 004, lines 479-503: `dpIds` is an Integer in the table and a list in the sample, which has no envelope. The
 * vendor's own Zigbee panel calls version 2.0, with `includeHijack`; no table has that parameter.
 */
export const lockAlarmList = defineAction({
  name: 'tuya.m.device.lock.alarm.list',
  family: 'panel',
  version: '1.0',
  // From the vendor's own Zigbee panel.
  versions: { zigbee: '2.0' },
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
      /** Whether duress alarms are part of the list, by its name. */
      includeHijack: flag(),
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
