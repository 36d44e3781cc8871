import { defineAction } from '../../../src/core/action'
import { flag, id, int, pageOf, params } from '../../shared'
import { deviceLogPageFields, reportLogParamFields, reportLogRow } from '../shared/device-log'

/**
 * Lists the reports of some data points of a device by the newer interface.
 *
 * Confidence A (vendor page): two clients call version 2.1, which has no page.
 */
export const listThingReportLogs = defineAction({
  name: 'GET /v2.0/cloud/thing/{device_id}/report-logs',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({
    required: {
      device_id: id(),
      codes: reportLogParamFields.codes,
      start_time: reportLogParamFields.start_time,
      end_time: reportLogParamFields.end_time,
      size: reportLogParamFields.size,
    },
    optional: { last_row_key: reportLogParamFields.last_row_key },
  }),
  result: pageOf({
    rows: 'logs',
    item: reportLogRow,
    documented: {
      device_id: deviceLogPageFields.device_id,
      has_more: flag(),
      total: int('Long'),
    },
    optional: { last_row_key: deviceLogPageFields.row_key },
  }),
})
