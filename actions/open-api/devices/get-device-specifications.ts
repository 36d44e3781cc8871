import { defineAction } from '../../../src/core/action'
import { id, params, record, text } from '../../shared'
import { dataPointDescriptions } from '../shared/data-point-description'

/**
 * Describes the data points that a device accepts and reports.
 *
 * Confidence A (clients, answers): the path is plural here and singular in `getIndustryDeviceSpecification`.
 */
export const getDeviceSpecifications = defineAction({
  name: 'GET /v1.0/devices/{device_id}/specifications',
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
