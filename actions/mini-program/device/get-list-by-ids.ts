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
 * Document 001, lines 1943-2015: a bare list; five fields stand in the sample only.
 */
export const getListByIds = /*#__PURE__*/ defineAction({
  name: 'device.getListByIds',
  family: 'mini-program',
  safety: 'read',
  locks: ['any'],
  params: /*#__PURE__*/ params({ required: { device_ids: /*#__PURE__*/ csv() } }),
  result: /*#__PURE__*/ listOf(
    /*#__PURE__*/ record({
      required: {
        id: /*#__PURE__*/ id(),
        uid: /*#__PURE__*/ id(),
        local_key: /*#__PURE__*/ secret(/*#__PURE__*/ text()),
        category: /*#__PURE__*/ text(),
        product_id: /*#__PURE__*/ id(),
        /** Behind a gateway. */
        sub: /*#__PURE__*/ flag(),
        uuid: /*#__PURE__*/ text(),
        owner_id: /*#__PURE__*/ id(),
        online: /*#__PURE__*/ flag(),
        name: /*#__PURE__*/ text(),
        ip: /*#__PURE__*/ text(),
        /** An offset, such as +08:00. */
        time_zone: /*#__PURE__*/ text(),
        create_time: /*#__PURE__*/ epochSeconds(),
        update_time: /*#__PURE__*/ epochSeconds(),
        /** T0: when the device was last paired. */
        active_time: /*#__PURE__*/ epochSeconds(),
        status: /*#__PURE__*/ listOf(dpStatus),
      },
      optional: {
        biz_type: /*#__PURE__*/ int(),
        icon: /*#__PURE__*/ text(),
        lon: /*#__PURE__*/ text(),
        lat: /*#__PURE__*/ text(),
        product_name: /*#__PURE__*/ text(),
      },
    }),
  ),
})
