import { defineAction } from '../../../src/core/action'
import { listOf } from '../../shared'
import { deviceParams } from '../shared/device-params'
import { dpStatus } from '../shared/dp-status'

/**
 * Reads what the data points of a device last reported.
 *
 * Document 001, lines 1164-1219: the table calls the result a Boolean, the sample is this list.
 */
export const deviceStatus = defineAction({
  name: 'device.status',
  family: 'mini-program',
  safety: 'read',
  locks: ['any'],
  params: deviceParams,
  result: listOf(dpStatus),
})
