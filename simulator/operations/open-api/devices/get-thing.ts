import { getThing } from '../../../../actions/open-api/devices/get-thing'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { deviceOf } from '../../mini-program/device/get-list-by-ids'
import { operation } from '../../operation'

/** `name` is that of the product, `custom_name` that of the lock. */
export const getThingOperation = operation(getThing, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) => {
    const lock = lockFor(getThing, world, device_id)
    const { online, owner_id, uid: _, status: __, biz_type: ___, ...row } = deviceOf(lock, world)
    return {
      ...row,
      name: lock.productName,
      custom_name: lock.name,
      is_online: online,
      bind_space_id: owner_id,
      model: lock.type,
    }
  },
})
