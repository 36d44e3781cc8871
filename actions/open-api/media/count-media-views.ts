import { defineAction } from '../../../src/core/action'
import { id, int, params } from '../../shared'

/**
 * Reads how often the pictures and videos of a lock were viewed.
 *
 * Confidence A (vendor page): a client expects an object with `view_times`.
 */
export const countMediaViews = defineAction({
  name: 'GET /v1.0/smart-lock/devices/{device_id}/media-view-times',
  family: 'open-api',
  safety: 'read',
  locks: ['wifi'],
  params: params({ required: { device_id: id() } }),
  result: int(),
})
