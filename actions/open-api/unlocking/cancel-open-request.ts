import { defineAction } from '../../../src/core/action'
import { flag, id, oneOf, params } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Rejects or cancels a remote unlock that a lock requests.
 *
 * The request that is refused is not named, so a late repeat could refuse a newer one.
 *
 * Confidence A (clients): no page was found; two clients agree. An older client sends no body.
 *
 * @example
 * ```ts
 * simulator.askToUnlock(frontDoor.deviceId)
 * const route = 'PUT /v1.0/devices/{device_id}/door-lock/password-free/open-door/cancel'
 * console.log(await panel.apiRequest(route, { device_id: frontDoor.deviceId, type: 1 }))
 * ```
 */
export const cancelOpenRequest = withTwin(
  'doorLock.cancelPasswordFreeOpen',
  defineAction({
    name: 'PUT /v1.0/devices/{device_id}/door-lock/password-free/open-door/cancel',
    family: 'open-api',
    safety: 'once',
    check: 'GET /v1.0/devices/{device_id}/status',
    locks: ['wifi'],
    params: params({
      required: {
        device_id: id(),
        /** 1 rejected, 2 cancelled. */
        type: oneOf([1, 2]),
      },
    }),
    result: flag(),
  }),
)
