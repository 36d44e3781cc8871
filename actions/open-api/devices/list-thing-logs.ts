import { defineAction } from '../../../src/core/action'
import { flag, id, pageOf, params } from '../../shared'
import { deviceLogPageFields, deviceLogParamFields, deviceLogRow } from '../shared/device-log'

/**
 * Lists the events of a device by the newer interface.
 *
 * Confidence A (vendor page, clients): the page describes other names for the code and the message of a failure.
 */
export const listThingLogs = defineAction({
  name: 'GET /v2.0/cloud/thing/{device_id}/logs',
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
