import { dpStatus } from '../../mini-program/shared/dp-status'
import { epochSeconds, flag, id, int, listOf, record, secret, text } from '../../shared'

/** A device with the last reports of its data points, in the routes on one, several and all devices of a user. */
export const deviceRow = record({
  key: { id: id() },
  documented: {
    name: text(),
    online: flag(),
    /** Such as ms, jtmspro or mk. */
    category: text(),
    product_id: id(),
    product_name: text(),
    local_key: secret(text()),
    uuid: text(),
    uid: id(),
    /** The home that the device belongs to. */
    owner_id: id(),
    /** The public address. */
    ip: text(),
    /** Latitude; may be empty. */
    lat: text(),
    /** Longitude; may be empty. */
    lon: text(),
    /** An offset, such as +08:00. */
    time_zone: text(),
    /** Behind a gateway. */
    sub: flag(),
    model: text(),
    icon: text(),
    biz_type: int(),
    create_time: epochSeconds(),
    /** T0: when the device was last paired. */
    active_time: epochSeconds(),
    update_time: epochSeconds(),
    status: listOf(dpStatus),
  },
  optional: {
    /** The number of the device behind its gateway. */
    node_id: id(),
    gateway_id: id(),
  },
})
