import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { report } from '../world/report'
import { schedule, sleepMsOf, wake } from './schedule'

/** The data point of an unlock request: the remaining seconds, 0 after the request. */
const UNLOCK_REQUEST = 'unlock_request'

/** A person at the door requests to be let in, which wakes the lock. Without an answer the request expires. */
export const askToUnlock = (cloud: Cloud, lock: Lock, seconds: number): void => {
  if (!Object.hasOwn(lock.dpIds, UNLOCK_REQUEST))
    throw new RangeError(`${lock.id} has no unlock button`)
  const requestedAtMs = cloud.now()
  lock.unlockRequestedAtMs = requestedAtMs
  wake(cloud, lock)
  report(cloud, lock, UNLOCK_REQUEST, seconds)
  schedule(cloud, seconds * 1000, () => {
    // Another request may have begun meanwhile.
    if (lock.unlockRequestedAtMs !== requestedAtMs) return
    // A lock that fell asleep does not report the end: the last report stays in its status.
    if (sleepMsOf(cloud, lock) > 0) delete lock.unlockRequestedAtMs
    else endRequest(cloud, lock)
  })
}

/** Ends the request: accepted, rejected or expired. */
export const endRequest = (cloud: Cloud, lock: Lock): void => {
  if (lock.unlockRequestedAtMs === undefined) return
  delete lock.unlockRequestedAtMs
  if (Object.hasOwn(lock.dpIds, UNLOCK_REQUEST)) report(cloud, lock, UNLOCK_REQUEST, 0)
}
