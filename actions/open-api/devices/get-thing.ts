import { defineAction } from '../../../src/core/action'
import { epochSeconds, flag, id, params, record, secret, text } from '../../shared'

/**
 * Reads a device by the newer interface, without its data points.
 *
 * Confidence A (clients, answers): `is_online` is called `online` in version 1.0, and `custom_name` is called `name`, which
 * is the name of the product here.
 */
export const getThing = defineAction({
  name: 'GET /v2.0/cloud/thing/{device_id}',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({ required: { device_id: id() } }),
  result: record({
    key: { id: id() },
    documented: {
      name: text(),
      /** The name that the user gave; empty if none. */
      custom_name: text(),
      is_online: flag(),
      category: text(),
      product_id: id(),
      product_name: text(),
      /** The home or other space that the device belongs to. */
      bind_space_id: id(),
      local_key: secret(text()),
      ip: text(),
      lat: text(),
      lon: text(),
      sub: flag(),
      /** An offset, such as +08:00. */
      time_zone: text(),
      /** T0: when the device was last paired. */
      active_time: epochSeconds(),
      create_time: epochSeconds(),
      update_time: epochSeconds(),
      uuid: text(),
      icon: text(),
      model: text(),
    },
  }),
})
