import { defineAction } from '../../../src/core/action'
import { csv, flag, id, int, params } from '../../shared'
import { alarmPage } from '../shared/alarm-log'

/**
 * Lists the alarms of a lock by pages, with pictures if requested.
 *
 * Confidence B (clients): no page was found. The answer is that of version 1.0; how pictures come was not seen.
 */
export const listAlarmLogsV11 = defineAction({
  name: 'GET /v1.1/devices/{device_id}/door-lock/alarm-logs',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({
    required: { device_id: id(), page_no: int(), page_size: int(), codes: csv() },
    optional: { show_media_info: flag() },
  }),
  result: alarmPage,
})
