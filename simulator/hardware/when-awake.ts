import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { sleepMsOf } from './link-to-lock'
import { schedule } from './schedule'

/**
 * Delivers a command of the cloud: at once to a lock that is awake. A sleeping lock executes it when it wakes, if it is online
 * then; the cloud has accepted it long before.
 */
export const runWhenAwake = (cloud: Cloud, lock: Lock, work: () => void): void => {
  const sleepMs = sleepMsOf(cloud, lock)
  if (sleepMs === 0) work()
  else if (Number.isFinite(sleepMs))
    schedule(cloud, sleepMs, () => {
      if (lock.online) work()
    })
}
