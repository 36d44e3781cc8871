import { defineAction } from '../../../src/core/action'
import { flag, id, pageOf, params } from '../../shared'
import { deviceLogPageFields, deviceLogParamFields, deviceLogRow } from '../shared/device-log'

/**
 * Lists the events of a device of an industry project. Projects of the smart-home kind are refused (1106): they use the route without iot-03.
 *
 * Confidence A (vendor page): the table has has_more and list, the sample has has_next and logs.
 */
export const listIndustryDeviceLogs = defineAction({
  name: 'GET /v1.0/iot-03/devices/{device_id}/logs',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({
    required: {
      device_id: id(),
      event_types: deviceLogParamFields.type,
      start_time: deviceLogParamFields.start_time,
      end_time: deviceLogParamFields.end_time,
    },
    optional: {
      last_row_key: deviceLogParamFields.last_row_key,
      size: deviceLogParamFields.size,
      query_type: deviceLogParamFields.query_type,
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
