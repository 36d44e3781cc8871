import { defineAction } from '../../../src/core/action'
import { dpStatus } from '../../mini-program/shared/dp-status'
import { flag, id, listOf, params } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Sends values to data points of a device. True says that the cloud accepted them.
 *
 * Confidence A (clients).
 */
export const sendDeviceCommands = withTwin(
  'device.control',
  defineAction({
    name: 'POST /v1.0/devices/{device_id}/commands',
    family: 'open-api',
    safety: 'once',
    check: 'GET /v1.0/devices/{device_id}/status',
    locks: ['any'],
    params: params({ required: { device_id: id(), commands: listOf(dpStatus) } }),
    result: flag(),
  }),
)
