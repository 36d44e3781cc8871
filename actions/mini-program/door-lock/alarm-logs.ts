import { defineAction } from '../../../src/core/action'
import { csv, epochSeconds, id, int, listOf, pageOf, params, record, text } from '../../shared'
import { dpStatus } from '../shared/dp-status'

/**
 * Lists the alarms of a lock by pages.
 *
 * Document 001, lines 50-121: `status` is a list in the table and one object in the sample; the page numbers are
 * Integers in the table and text in the sample.
 */
export const alarmLogs = defineAction({
  name: 'doorLock.alarmLogs',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble'],
  // Reported of keypads.
  reportedLocks: ['access-control'],
  params: params({
    required: {
      device_id: id(),
      page_no: int(),
      page_size: int(),
      codes: csv(),
    },
  }),
  result: pageOf({
    rows: 'records',
    item: record({
      key: {
        update_time: epochSeconds(),
      },
      documented: {
        /** For a duress alarm the value names the method, such as unlock_fingerprint-02. */
        status: listOf(dpStatus),
      },
      optional: { nick_name: text() },
    }),
    documented: { total: int() },
  }),
})
