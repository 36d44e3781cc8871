import { defineAction } from '../../../src/core/action'
import { flag, id, int, oneOf, params } from '../../shared'

/** Removes the duress alarm from an unlocking method. Document 003, lines 418-463. */
export const deleteDuressAlarm = defineAction({
  name: 'DELETE /v1.0/smart-lock/devices/{device_id}/unlock-types/{unlock_type}/keys/{unlock_sn}/hijack',
  family: 'open-api',
  safety: 'idempotent',
  // No such data, no such record: the method raises no alarm.
  removes: { notFound: [1000, 2323], result: true },
  locks: ['wifi', 'zigbee', 'ble'],
  params: params({
    required: {
      device_id: id(),
      /** With the prefix unlock_, which `setDuressAlarm` does not have. */
      unlock_type: oneOf(['unlock_fingerprint', 'unlock_card', 'unlock_password']),
      unlock_sn: int(),
    },
  }),
  result: flag(),
})
