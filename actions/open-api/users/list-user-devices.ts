import { defineAction } from '../../../src/core/action'
import { epochSeconds, flag, id, int, pageOf, params, record, secret, text } from '../../shared'

/**
 * Lists the devices of a user's account by pages.
 *
 * Document 000, lines 1152-1255: `uid` is described as a device id; the sample shows a user's. The table spells Name.
 */
export const listUserDevices = defineAction({
  name: 'GET /v1.0/smart-lock/users/{uid}/devices',
  family: 'open-api',
  safety: 'read',
  locks: ['access-control'],
  params: params({
    required: {
      uid: id(),
      /** Starts at 1. */
      page_no: int(),
    },
    optional: { page_size: int() },
  }),
  result: pageOf({
    rows: 'records',
    item: record({
      key: {
        id: id(),
      },
      documented: {
        uuid: text(),
        name: text(),
        /** An offset, such as +08:00. */
        time_zone: text(),
        ip: text(),
        local_key: secret(text()),
        /** Behind a gateway. */
        sub: flag(),
        model: text(),
        /** T0: when the device was last paired. */
        active_time: epochSeconds(),
        /** Longitude; may be empty. */
        lon: text(),
        /** Latitude; may be empty. */
        lat: text(),
        product_id: id(),
        product_name: text(),
        category: text(),
        icon: text(),
        online: flag(),
      },
      optional: {
        uid: id(),
        /** The home that the device belongs to. */
        owner_id: id(),
      },
      aliases: { name: ['Name'] },
    }),
    documented: { total: int(), total_pages: int(), has_more: flag() },
  }),
})
