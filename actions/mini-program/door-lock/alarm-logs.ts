import { defineAction } from '../../../src/core/action'
import { csv, epochSeconds, id, int, listOf, pageOf, params, record, text } from '../../shared'
import { dpStatus } from '../shared/dp-status'

/**
 * Lists the alarms of a lock by pages.
 *
 * Document 001, lines 50-121: `status` is a list in the table and one object in the sample; the page numbers are
 * Integers in the table and text in the sample.
 */
export const alarmLogs = /*#__PURE__*/ defineAction({
  name: 'doorLock.alarmLogs',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'zigbee', 'ble'],
  params: /*#__PURE__*/ params({
    required: {
      device_id: /*#__PURE__*/ id(),
      page_no: /*#__PURE__*/ int(),
      page_size: /*#__PURE__*/ int(),
      codes: /*#__PURE__*/ csv(),
    },
  }),
  result: /*#__PURE__*/ pageOf({
    rows: 'records',
    item: /*#__PURE__*/ record({
      required: {
        /** For a duress alarm the value names the method, such as unlock_fingerprint-02. */
        status: /*#__PURE__*/ listOf(dpStatus),
        update_time: /*#__PURE__*/ epochSeconds(),
      },
      optional: { nick_name: /*#__PURE__*/ text() },
    }),
    required: { total: /*#__PURE__*/ int() },
  }),
})
