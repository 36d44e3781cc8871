import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'

/** Schedules work of a lock with the clock. */
export const schedule = ({ scheduler }: Cloud, delayMs: number, work: () => void): void => {
  scheduler.schedule(work, delayMs)
}

/** How long a lock will sleep; Infinity if it does not wake. */
export const sleepMsOf = (
  cloud: Pick<Cloud, 'now'>,
  { asleepUntilMs = 0, sleepsAfterMs, awakeUntilMs = 0 }: Lock,
): number =>
  sleepsAfterMs !== undefined && cloud.now() >= awakeUntilMs
    ? Number.POSITIVE_INFINITY
    : Math.max(0, asleepUntilMs - cloud.now())

/** Wakes a lock at the door. */
export const wake = (cloud: Cloud, lock: Lock): void => {
  delete lock.asleepUntilMs
  stayAwake(cloud, lock)
}

/** A lock that executes a command falls asleep later. */
export const stayAwake = (cloud: Cloud, lock: Lock): void => {
  if (lock.sleepsAfterMs !== undefined) lock.awakeUntilMs = cloud.now() + lock.sleepsAfterMs
}

/**
 * Delivers a command of the cloud: at once to a lock that is awake. A sleeping lock executes it when it wakes, if it is online
 * then; the cloud has accepted it long before.
 */
export const runWhenAwake = (cloud: Cloud, lock: Lock, work: () => void): void => {
  const sleepMs = sleepMsOf(cloud, lock)
  const run = () => {
    stayAwake(cloud, lock)
    work()
  }
  if (sleepMs === 0) run()
  else if (Number.isFinite(sleepMs))
    schedule(cloud, sleepMs, () => {
      if (lock.online) run()
    })
}
