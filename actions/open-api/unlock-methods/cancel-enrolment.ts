import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'
import { unlockTypeOrRemote } from '../shared/unlock-type'

/**
 * Cancels the enrolment that runs at the lock, also one of another app.
 *
 * Document 003, lines 278-323: the enrolment is not named, so a late repeat could cancel a newer one.
 *
 * @example
 * ```ts
 * const [device_id, unlock_type] = [frontDoor.deviceId, 'fingerprint'] as const
 * const user = { user_id: seed.members.owner.userId, user_type: 1 } as const
 * const enrolment = { device_id, unlock_type, ...user }
 * await panel.apiRequest('PUT /v1.0/devices/{device_id}/door-lock/actions/entry', enrolment)
 *
 * const route = 'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel'
 * console.log(await panel.apiRequest(route, { device_id, unlock_type }))
 * ```
 */
export const cancelEnrolment = defineAction({
  name: 'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel',
  family: 'open-api',
  safety: 'once',
  // An enrolment that was not cancelled ends as a new method of its user.
  check:
    'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys',
  locks: ['wifi', 'zigbee', 'ble', 'wifi-keepalive', 'wifi-video', 'access-control'],
  params: params({ required: { device_id: id(), unlock_type: unlockTypeOrRemote } }),
  result: flag(),
})
