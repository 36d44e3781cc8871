import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { report } from '../world/report'
import { schedule } from './schedule'

/** The data point by which a lock asks: the seconds that are left, 0 once nobody waits any more. */
const UNLOCK_REQUEST = 'unlock_request'

/** Somebody at the door asks to be let in, which wakes the lock. If nobody answers, the request lapses by itself. */
export const askToUnlock = (cloud: Cloud, lock: Lock, seconds: number): void => {
  if (!Object.hasOwn(lock.dpIds, UNLOCK_REQUEST))
    throw new RangeError(`${lock.id} has no button to ask with`)
  const askedAtMs = cloud.now()
  lock.unlockRequestedAtMs = askedAtMs
  delete lock.asleepUntilMs
  report(cloud, lock, UNLOCK_REQUEST, seconds)
  schedule(cloud, seconds * 1000, () => {
    // Another request may have begun meanwhile.
    if (lock.unlockRequestedAtMs === askedAtMs) endRequest(cloud, lock)
  })
}

/** Whoever stood at the door is inside, was refused, or went away. */
export const endRequest = (cloud: Cloud, lock: Lock): void => {
  if (lock.unlockRequestedAtMs === undefined) return
  delete lock.unlockRequestedAtMs
  if (Object.hasOwn(lock.dpIds, UNLOCK_REQUEST)) report(cloud, lock, UNLOCK_REQUEST, 0)
}
