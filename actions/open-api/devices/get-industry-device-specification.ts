import { defineAction } from '../../../src/core/action'
import { id, params, record, text } from '../../shared'
import { dataPointDescriptions } from '../shared/data-point-description'

/**
 * Describes the data points that a device of an industry project accepts and reports. Projects of the smart-home kind are refused (1106): they use the route without iot-03.
 *
 * Confidence A (clients).
 */
export const getIndustryDeviceSpecification = defineAction({
  name: 'GET /v1.0/iot-03/devices/{device_id}/specification',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({ required: { device_id: id() } }),
  result: record({
    documented: {
      category: text(),
      /** The data points that the device accepts; locks often have none. */
      functions: dataPointDescriptions,
      /** The data points that it reports. */
      status: dataPointDescriptions,
    },
  }),
})
