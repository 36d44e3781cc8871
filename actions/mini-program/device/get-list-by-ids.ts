import { defineAction } from '../../../src/core/action'
import {
  csv,
  epochSeconds,
  flag,
  id,
  int,
  listOf,
  params,
  record,
  secret,
  text,
} from '../../shared'
import { dpStatus } from '../shared/dp-status'

/**
 * Reads devices by their ids, with the time T0 from which a lock computes offline passwords (see `t0Hex`).
 *
 * Document 001, lines 1943-2015: a bare list; five fields are in the sample only.
 */
export const getListByIds = defineAction({
  name: 'device.getListByIds',
  family: 'mini-program',
  safety: 'read',
  locks: ['any'],
  params: params({ required: { device_ids: csv() } }),
  result: listOf(
    record({
      key: {
        id: id(),
      },
      documented: {
        uid: id(),
        local_key: secret(text()),
        category: text(),
        product_id: id(),
        /** Behind a gateway. */
        sub: flag(),
        uuid: text(),
        owner_id: id(),
        online: flag(),
        name: text(),
        ip: text(),
        /** An offset, such as +08:00. */
        time_zone: text(),
        create_time: epochSeconds(),
        update_time: epochSeconds(),
        /** T0: when the device was last paired. */
        active_time: epochSeconds(),
        status: listOf(dpStatus),
      },
      optional: {
        biz_type: int(),
        icon: text(),
        lon: text(),
        lat: text(),
        product_name: text(),
      },
    }),
  ),
})
