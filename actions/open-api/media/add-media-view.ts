import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'

/**
 * Counts one more view of the pictures and videos of a lock.
 *
 * Confidence B (vendor page, clients): the result was not seen.
 */
export const addMediaView = defineAction({
  name: 'POST /v1.0/smart-lock/devices/{device_id}/media-view-times',
  family: 'open-api',
  safety: 'once',
  check: 'GET /v1.0/smart-lock/devices/{device_id}/media-view-times',
  locks: ['wifi'],
  params: params({ required: { device_id: id() } }),
  result: flag(),
})
