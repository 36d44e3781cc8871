import { listUserDevices } from '../../../../actions/open-api/users/list-user-devices'
import { optional } from '../../../checks/check'
import { name, urlPageParams } from '../../../checks/values'
import { without } from '../../../quirks/fields'
import { refuse } from '../../../refusal'
import { pageOf } from '../../../world/page'
import { radioOf } from '../../../world/phase'
import { operation } from '../../operation'

const USUAL_PAGE_SIZE = 20

export const listUserDevicesOperation = operation(listUserDevices, {
  params: {
    uid: name,
    page_no: urlPageParams.page_no,
    page_size: optional(urlPageParams.page_size),
  },
  handle: ({ world }, { uid, page_no, page_size = USUAL_PAGE_SIZE }) => {
    const member = world.members.find((one) => one.uid === uid) ?? refuse('user not exist')
    const locks = world.locks.filter(({ users }) =>
      users.some(({ userId }) => userId === member.userId),
    )
    const { rows, ...counts } = pageOf(locks, { page_no, page_size })
    return {
      ...counts,
      records: rows.map((lock) => ({
        id: lock.id,
        uuid: lock.uuid,
        uid,
        owner_id: world.home.id,
        name: lock.name,
        time_zone: lock.timeZone,
        ip: lock.ip,
        local_key: lock.localKey,
        sub: radioOf(lock) === 'zigbee',
        model: lock.type,
        active_time: lock.pairedAt,
        lon: lock.longitude,
        lat: lock.latitude,
        product_id: lock.productId,
        product_name: lock.productName,
        category: lock.category,
        icon: lock.icon,
        online: lock.online,
      })),
    }
  },
  sampled: { quirks: [without('records[].uid'), without('records[].owner_id')] },
})
