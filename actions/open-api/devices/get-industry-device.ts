import { defineAction } from '../../../src/core/action'
import { flag, id, params, record, secret, text } from '../../shared'

/**
 * Reads a device of an industry project. Projects of the smart-home kind are refused (1106): they use the route without iot-03.
 *
 * Confidence A (clients).
 */
export const getIndustryDevice = defineAction({
  name: 'GET /v1.0/iot-03/devices/{device_id}',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({ required: { device_id: id() } }),
  result: record({
    key: { id: id() },
    documented: {
      name: text(),
      online: flag(),
      category: text(),
      product_id: id(),
      product_name: text(),
      local_key: secret(text()),
      uuid: text(),
      uid: id(),
      owner_id: id(),
      ip: text(),
    },
  }),
})
