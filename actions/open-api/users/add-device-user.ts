import { defineAction } from '../../../src/core/action'
import { id, params, record } from '../../shared'
import { personFields } from '../shared/person'

/** Adds a user to a lock. Document 000, lines 520-556: there is no sample. */
export const addDeviceUser = defineAction({
  name: 'POST /v1.0/devices/{device_id}/user',
  family: 'open-api',
  safety: 'once',
  check: 'GET /v1.0/devices/{device_id}/users',
  locks: ['wifi', 'zigbee', 'ble'],
  params: params({
    required: { device_id: id(), nick_name: personFields.nick_name, sex: personFields.sex },
    optional: {
      birthday: personFields.birthday,
      height: personFields.height,
      weight: personFields.weight,
      contact: personFields.contact,
    },
  }),
  result: record({ key: { user_id: id() } }),
})
