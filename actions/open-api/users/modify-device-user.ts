import { defineAction } from '../../../src/core/action'
import { id, params } from '../../shared'
import { personFields } from '../shared/person'
import { undescribedResult } from '../shared/undescribed-result'

/** Changes a user of a lock; the contact cannot be changed. Document 000, lines 558-589: there is no sample. */
export const modifyDeviceUser = defineAction({
  name: 'PUT /v1.0/devices/{device_id}/users/{user_id}',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['wifi', 'zigbee', 'ble'],
  params: params({
    required: {
      device_id: id(),
      user_id: id(),
      nick_name: personFields.nick_name,
      sex: personFields.sex,
    },
    optional: {
      birthday: personFields.birthday,
      height: personFields.height,
      weight: personFields.weight,
    },
  }),
  result: undescribedResult,
})
