import { defineAction } from '../../../src/core/action'
import { id, params, text } from '../../shared'
import { undescribedResult } from '../shared/undescribed-result'

/**
 * Sends values to data points of a device by the newer interface, which allows four calls a second.
 *
 * Confidence A (clients): the value of the result is not confirmed.
 */
export const issueThingProperties = defineAction({
  name: 'POST /v2.0/cloud/thing/{device_id}/shadow/properties/issue',
  family: 'open-api',
  safety: 'once',
  check: 'GET /v2.0/cloud/thing/{device_id}/shadow/properties',
  locks: ['any'],
  params: params({
    required: {
      device_id: id(),
      /** JSON text of an object with the values by DP code. */
      properties: text({ min: 1 }),
    },
  }),
  result: undescribedResult,
})
