import { defineAction } from '../../../src/core/action'
import { dpStatus } from '../../mini-program/shared/dp-status'
import { id, listOf, params } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Reads what the data points of a device last reported: those of the standard instruction set only.
 *
 * Confidence A (vendor page, clients).
 */
export const getDeviceStatus = withTwin(
  'device.status',
  defineAction({
    name: 'GET /v1.0/devices/{device_id}/status',
    family: 'open-api',
    safety: 'read',
    locks: ['any'],
    params: params({ required: { device_id: id() } }),
    result: listOf(dpStatus),
  }),
)
