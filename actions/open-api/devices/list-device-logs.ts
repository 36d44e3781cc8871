import { defineAction } from '../../../src/core/action'
import { flag, id, pageOf, params } from '../../shared'
import { deviceLogPageFields, deviceLogParamFields, deviceLogRow } from '../shared/device-log'

/**
 * Lists the events of a device: online, offline, commands, reports.
 *
 * Confidence B (vendor page, clients): the end of the page was not seen. The value of a report is text.
 */
export const listDeviceLogs = defineAction({
  name: 'GET /v1.0/devices/{device_id}/logs',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({
    required: {
      device_id: id(),
      type: deviceLogParamFields.type,
      start_time: deviceLogParamFields.start_time,
      end_time: deviceLogParamFields.end_time,
    },
    optional: {
      codes: deviceLogParamFields.codes,
      query_type: deviceLogParamFields.query_type,
      start_row_key: deviceLogParamFields.start_row_key,
      last_row_key: deviceLogParamFields.last_row_key,
      last_event_time: deviceLogParamFields.last_event_time,
      size: deviceLogParamFields.size,
    },
  }),
  result: pageOf({
    rows: 'logs',
    item: deviceLogRow,
    documented: { device_id: deviceLogPageFields.device_id, has_next: flag() },
    optional: {
      current_row_key: deviceLogPageFields.row_key,
      next_row_key: deviceLogPageFields.row_key,
    },
  }),
})
