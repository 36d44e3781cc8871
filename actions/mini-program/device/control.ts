import { defineAction } from '../../../src/core/action'
import { flag, id, listOf, params } from '../../shared'
import { dpStatus } from '../shared/dp-status'

/**
 * Sends values to data points of a device.
 *
 * Document 001, lines 1220-1247: `commands` is an Object in the table and this list in the sample; there is no sample
 * of an answer.
 */
export const deviceControl = defineAction({
  name: 'device.control',
  family: 'mini-program',
  safety: 'once',
  check: 'device.status',
  locks: ['any'],
  params: params({
    required: { device_id: id(), commands: listOf(dpStatus) },
  }),
  result: flag(),
})
