import type { ActionName, LockContext } from '../shared/lock-context'
import type { ListedMethod, Whose } from './method-lists'
import { namesOf } from './method-names'

type Assign = (lock: LockContext, whose: Whose, method: ListedMethod) => Promise<boolean>

const ways: readonly (readonly [ActionName, Assign])[] = [
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
 * Gives a method to the user for whom it was taken in, where a lock stored it as nobody's; whether that worked. The lock
 * has the method either way, so a failure is no failure of the enrolment.
 */
export const assignMethod: Assign = async (lock, whose, method) => {
  const way = ways.find(([name]) => lock.supports(name))
  if (way === undefined) return false
  try {
    return await way[1](lock, whose, method)
  } catch {
    return false
  }
}
