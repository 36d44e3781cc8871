import { defineAction } from '../../../src/core/action'
import { dpStatus } from '../../mini-program/shared/dp-status'
import { id, listOf, params } from '../../shared'

/**
 * Reads what the data points of a device of an industry project last reported. Projects of the smart-home kind are refused (1106): they use the route without iot-03.
 *
 * Confidence A (clients).
 */
export const getIndustryDeviceStatus = defineAction({
  name: 'GET /v1.0/iot-03/devices/{device_id}/status',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({ required: { device_id: id() } }),
  result: listOf(dpStatus),
})
