import { defineAction } from '../../../src/core/action'
import { flag, id, int, params } from '../../shared'
import { unlockType } from '../shared/unlock-type'

/**
 * Makes an unlocking method raise a duress alarm.
 *
 * Document 003, lines 374-416: `unlock_no` and a type without the prefix unlock_ here, `unlock_sn` and the prefix in
 * `deleteDuressAlarm`.
 */
export const setDuressAlarm = defineAction({
  name: 'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/keys/{unlock_no}/hijack',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['wifi', 'zigbee', 'ble'],
  params: params({ required: { device_id: id(), unlock_type: unlockType, unlock_no: int() } }),
  result: flag(),
})
