import { defineAction } from '../../../src/core/action'
import { id, listOf, oneOf, params } from '../../shared'
import { deviceRow } from '../shared/device-row'

/**
 * Lists the devices of a user of an app, or those that are shared with that user.
 *
 * Confidence A (clients): the answer for a user who is not linked is null or an empty list.
 */
export const listDevicesOfUser = defineAction({
  name: 'GET /v1.0/users/{uid}/devices',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({ required: { uid: id() }, optional: { from: oneOf(['sharing']) } }),
  result: listOf(deviceRow),
})
