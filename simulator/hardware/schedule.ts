import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'

/** Schedules work of a lock with the clock. */
export const schedule = ({ scheduler }: Cloud, delayMs: number, work: () => void): void => {
  scheduler.schedule(work, delayMs)
}

/** How long a lock will sleep; Infinity if it does not wake. */
export const sleepMsOf = (cloud: Cloud, { asleepUntilMs = 0 }: Lock): number =>
  Math.max(0, asleepUntilMs - cloud.now())

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
