import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { writeLog } from '../world/log'
import { report } from '../world/report'
import { schedule } from './schedule'

/** A lock with an automatic lock moves its bolt forward after each unlock; a further unlock starts the time again. */
export const startAutoLock = (cloud: Cloud, lock: Lock): void => {
  const { autoLockMs } = lock
  if (autoLockMs === undefined) return
  const atMs = cloud.now() + autoLockMs
  lock.autoLocksAtMs = atMs
  schedule(cloud, autoLockMs, () => {
    if (lock.jammed === true || lock.autoLocksAtMs !== atMs) return
    report(cloud, lock, 'lock_motor_state', false)
    writeLog(cloud, lock, { category: 'close_record', type: 'lock_record', value: '' })
  })
}
