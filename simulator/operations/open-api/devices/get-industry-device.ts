import { getIndustryDevice } from '../../../../actions/open-api/devices/get-industry-device'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { deviceOf } from '../../mini-program/device/get-list-by-ids'
import { operation } from '../../operation'

export const getIndustryDeviceOperation = operation(getIndustryDevice, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) => {
    const row = deviceOf(lockFor(getIndustryDevice, world, device_id), world)
    return {
      id: row.id,
      name: row.name,
      online: row.online,
      category: row.category,
      product_id: row.product_id,
      product_name: row.product_name,
      local_key: row.local_key,
      uuid: row.uuid,
      uid: row.uid,
      owner_id: row.owner_id,
      ip: row.ip,
    }
  },
})
