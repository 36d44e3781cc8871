import { getListByIds } from '../../../../actions/mini-program/device/get-list-by-ids'
import { commaSeparated } from '../../../checks/values'
import type { Lock } from '../../../world/lock'
import { radioOf } from '../../../world/phase'
import type { World } from '../../../world/world'
import { operation } from '../../operation'

/** Omits devices that do not exist. */
export const getListByIdsOperation = operation(getListByIds, {
  params: { device_ids: commaSeparated },
  handle: ({ world }, { device_ids }) =>
    device_ids.flatMap((deviceId) => {
      const lock = world.locks.find(({ id }) => id === deviceId)
      return lock === undefined ? [] : [deviceOf(lock, world)]
    }),
  sampled: { envelope: 'bare' },
})

/** A device as in an answer. */
export const deviceOf = (lock: Lock, { home }: World) => ({
  id: lock.id,
  uid: home.ownerUid,
  local_key: lock.localKey,
  category: lock.category,
  product_id: lock.productId,
  product_name: lock.productName,
  biz_type: lock.bizType,
  icon: lock.icon,
  sub: radioOf(lock) === 'zigbee',
  uuid: lock.uuid,
  owner_id: home.id,
  online: lock.online,
  name: lock.name,
  ip: lock.ip,
  time_zone: lock.timeZone,
  lat: lock.latitude,
  lon: lock.longitude,
  create_time: lock.createdAt,
  active_time: lock.pairedAt,
  update_time: lock.updatedAt,
  status: lock.status,
})
