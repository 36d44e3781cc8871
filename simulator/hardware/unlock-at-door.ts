import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import type { MethodNumber } from '../world/log'
import { openBolt } from '../world/open-bolt'
import { methodOf } from '../world/unlock-methods'
import { wake } from './schedule'

/** A person at the door uses a stored method, which wakes the lock. No network is needed for that. */
export const unlockAtDoor = (cloud: Cloud, lock: Lock, method: MethodNumber): boolean => {
  const { dpCode, unlockSn } = method
  if (methodOf(lock, method) === undefined)
    throw new RangeError(`${lock.id} has no method ${dpCode} ${unlockSn}`)
  wake(cloud, lock)
  return openBolt(cloud, lock, { type: dpCode, value: String(unlockSn) })
}
