import { defineAction } from '../../../src/core/action'
import { csv, id, int, params } from '../../shared'
import { alarmPage } from '../shared/alarm-log'
import { withTwin } from '../shared/with-twin'

/**
 * Lists the alarms of a lock by pages.
 *
 * Confidence A (vendor page, clients): the sample calls the parameter `codes` dp_codes, and has one object as `status`.
 */
export const listAlarmLogs = withTwin(
  'doorLock.alarmLogs',
  defineAction({
    name: 'GET /v1.0/devices/{device_id}/door-lock/alarm-logs',
    family: 'open-api',
    safety: 'read',
    locks: ['wifi', 'zigbee', 'ble'],
    params: params({
      required: { device_id: id(), page_no: int(), page_size: int() },
      optional: {
        /** Some of hijack, alarm_lock, doorbell; alarm_lock if absent. */
        codes: csv(),
      },
    }),
    result: alarmPage,
  }),
)
