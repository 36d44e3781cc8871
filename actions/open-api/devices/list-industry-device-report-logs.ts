import { defineAction } from '../../../src/core/action'
import { flag, id, int, pageOf, params } from '../../shared'
import { deviceLogPageFields, reportLogParamFields, reportLogRow } from '../shared/device-log'

/**
 * Lists the reports of some data points of a device of an industry project. Projects of the smart-home kind are refused (1106): they use the route without iot-03.
 *
 * Confidence A (vendor page): the rows are called list here, and logs in `listThingReportLogs`.
 */
export const listIndustryDeviceReportLogs = defineAction({
  name: 'GET /v1.0/iot-03/devices/{device_id}/report-logs',
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
    rows: 'list',
    item: reportLogRow,
    documented: {
      device_id: deviceLogPageFields.device_id,
      has_more: flag(),
      total: int('Long'),
    },
    optional: { last_row_key: deviceLogPageFields.row_key },
  }),
})
