import type { Cloud } from '../cloud'
import type { Lock } from './lock'

/**
 * Whether the lock may be told to report now, by the panel or by the cloud itself: the cloud sets the pace. Inside the interval it says
 * `distributed: false`, which is an answer and no error, and which does not start the interval anew.
 */
export const allowSync = (
  cloud: Cloud,
  lock: Lock,
  action: string,
  detail: Readonly<Record<string, unknown>>,
  command: 'sync-allowed' | 'synchronise' = 'sync-allowed',
): boolean => {
  const now = cloud.now()
  const last = cloud.world.syncAllowedAtMs[lock.id]
  if (last !== undefined && now - last < cloud.syncIntervalMs) return false
  cloud.world.syncAllowedAtMs[lock.id] = now
  cloud.record({ deviceId: lock.id, command, action, detail })
  return true
}
