import { defineAction } from '../../../src/core/action'
import { dpStatus } from '../../mini-program/shared/dp-status'
import { flag, id, listOf, params } from '../../shared'

/**
 * Sends values to data points of a device of an industry project. Projects of the smart-home kind are refused (1106): they use the route without iot-03.
 *
 * Confidence A (clients).
 */
export const sendIndustryDeviceCommands = defineAction({
  name: 'POST /v1.0/iot-03/devices/{device_id}/commands',
  family: 'open-api',
  safety: 'once',
  check: 'GET /v1.0/iot-03/devices/{device_id}/status',
  locks: ['any'],
  params: params({ required: { device_id: id(), commands: listOf(dpStatus) } }),
  result: flag(),
})
