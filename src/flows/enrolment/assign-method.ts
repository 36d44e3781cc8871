import type { ActionName, LockContext } from '../shared/lock-context'
import type { ListedMethod, MethodOwner } from './method-lists'
import { namesOf } from './method-names'

type Assign = (lock: LockContext, owner: MethodOwner, method: ListedMethod) => Promise<boolean>

const operations: readonly (readonly [ActionName, Assign])[] = [
  [
    'doorLock.allocateOpmode',
    ({ call, deviceId }, { userId }, { dpCode, unlockSn }) =>
      call('doorLock.allocateOpmode', {
        device_id: deviceId,
        user_id: userId,
        unlock_list: [{ dp_code: dpCode, unlock_sn: unlockSn }],
      }),
  ],
  [
    'POST /v1.0/devices/{device_id}/door-lock/opmodes/actions/allocate',
    ({ call, deviceId }, { userId }, { dpCode, unlockSn }) =>
      call('POST /v1.0/devices/{device_id}/door-lock/opmodes/actions/allocate', {
        device_id: deviceId,
        user_id: userId,
        unlock_list: [{ dp_code: dpCode, unlock_sn: unlockSn }],
      }),
  ],
  [
    'POST /v1.0/devices/{device_id}/device-lock/users/{user_id}/allocate',
    async ({ call, deviceId }, { type, userId }, { unlockSn }) => {
      const route = namesOf(type).route
      if (route === undefined) return false
      return call('POST /v1.0/devices/{device_id}/device-lock/users/{user_id}/allocate', {
        device_id: deviceId,
        user_id: userId,
        no: String(unlockSn),
        type: route,
      })
    },
  ],
]

/**
 * Assigns a method that a lock stored without a user to the user of the enrolment; resolves with whether that succeeded.
 * The lock has the method either way, so a failure does not fail the enrolment.
 */
export const assignMethod: Assign = async (lock, owner, method) => {
  const operation = operations.find(([name]) => lock.supports(name))
  if (operation === undefined) return false
  try {
    return await operation[1](lock, owner, method)
  } catch {
    return false
  }
}
