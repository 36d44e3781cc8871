import { defineAction } from '../../../src/core/action'
import { id, params } from '../../shared'
import { deviceRow } from '../shared/device-row'

/**
 * Reads a device, with the last reports of its data points.
 *
 * Confidence A (vendor page, clients, answers): `lat`, `lon`, `gateway_id` and `node_id` are not in every answer.
 */
export const getDevice = defineAction({
  name: 'GET /v1.0/devices/{device_id}',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({ required: { device_id: id() } }),
  result: deviceRow,
})
