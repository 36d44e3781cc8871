import type { Cloud } from '../cloud'
import type { Lock } from './lock'
import { writeLog } from './log'
import type { LogEntry } from './log-entry'
import { takePicture } from './media'
import { report } from './report'

/** The bolt moves back: the lock reports it, logs it, and takes a picture where it has a camera. */
export const openBolt = (
  cloud: Cloud,
  lock: Lock,
  how: Pick<LogEntry, 'type' | 'value' | 'userId' | 'channelId'>,
): void => {
  const media = takePicture(cloud, lock)
  report(cloud, lock, 'lock_motor_state', true)
  writeLog(cloud, lock, {
    ...how,
    category: 'unlock_record',
    ...(media !== undefined && { media }),
  })
  // Whoever stood at the door and asked is inside now.
  delete lock.unlockRequestedAtMs
}

/** The current user opens from afar. */
export const openRemotely = (cloud: Cloud, lock: Lock, channelId?: string): void => {
  const userId = cloud.world.currentUserId
  const lockUser = lock.users.find((user) => user.userId === userId)
  openBolt(cloud, lock, {
    type: REMOTE_OPENING,
    value: String(lockUser?.lockUserId ?? 0),
    userId,
    ...(channelId !== undefined && { channelId }),
  })
}

/** The standard DP code of an opening from a phone. */
export const REMOTE_OPENING = 'unlock_phone_remote'

/** The bolt moves forward. */
export const closeBolt = (cloud: Cloud, lock: Lock): void =>
  report(cloud, lock, 'lock_motor_state', false)
