import { defineAction } from '../../../src/core/action'
import { id, params, record, text } from '../../shared'
import { dataPointDescriptions } from '../shared/data-point-description'

/**
 * Describes the data points that a device accepts.
 *
 * Confidence A (clients).
 */
export const listDeviceFunctions = defineAction({
  name: 'GET /v1.0/devices/{device_id}/functions',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({ required: { device_id: id() } }),
  result: record({
    documented: { category: text(), functions: dataPointDescriptions },
  }),
})
