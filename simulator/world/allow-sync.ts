import type { Cloud } from '../cloud'
import type { Lock } from './lock'

/**
 * Whether a synchronisation of the lock may start now, by the panel or by the cloud. Within the interval the answer is
 * `distributed: false`, which is an answer and not an error, and which does not restart the interval.
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
  const reached = command === 'synchronise' ? 'lock' : 'cloud'
  cloud.record({ deviceId: lock.id, command, action, reached, detail })
  return true
}
