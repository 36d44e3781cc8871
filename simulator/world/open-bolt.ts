import type { Cloud } from '../cloud'
import { endRequest } from '../hardware/ask-to-unlock'
import { hex } from '../hardware/hex'
import { schedule } from '../hardware/schedule'
import type { Lock } from './lock'
import type { LogEntry } from './log'
import { writeLog } from './log'
import { takePicture } from './media'
import { MOTOR, recordBolt } from './record-bolt'
import { report, reportedValue } from './report'

/**
 * Moves the bolt back, unless it is jammed: the lock reports it, logs it, and takes a picture if it has a camera.
 * Returns whether it moved.
 */
export const openBolt = (
  cloud: Cloud,
  lock: Lock,
  how: Pick<LogEntry, 'type' | 'value' | 'userId' | 'channelId'>,
): boolean => {
  if (lock.jammed === true) return false
  const media = takePicture(cloud, lock)
  if (lock.online)
    cloud.reports$.next({ deviceId: lock.id, dps: { [how.type]: numberOrText(how.value) } })
  report(cloud, lock, MOTOR, true)
  writeLog(cloud, lock, {
    ...how,
    category: 'unlock_record',
    ...(media !== undefined && { media }),
  })
  // The unlock ends an open request at the door.
  endRequest(cloud, lock)
  lockLater(cloud, lock)
  return true
}

/** A report has the number of a method as a number; it is an event, so the status in the cloud does not keep it. */
const numberOrText = (value: string): number | string =>
  /^\d{1,9}$/.test(value) ? Number(value) : value

/** The automatic lock; a later unlock restarts its time. */
const lockLater = (cloud: Cloud, lock: Lock): void => {
  const { autoLockMs } = lock
  if (autoLockMs === undefined) return
  const openedAtMs = cloud.now()
  lock.openedAtMs = openedAtMs
  schedule(cloud, autoLockMs, () => {
    if (lock.openedAtMs !== openedAtMs) return
    const entry = { command: 'automatic-lock', action: MOTOR, detail: {} } as const
    recordBolt(cloud, lock, entry, () => closeBolt(cloud, lock))
  })
}

/** A remote unlock by the current user; Bluetooth locks report the result. */
export const openRemotely = (cloud: Cloud, lock: Lock, channelId?: string): boolean => {
  const userId = cloud.world.currentUserId
  const { lockUserId = 0 } = lock.users.find((user) => user.userId === userId) ?? {}
  const moved = openBolt(cloud, lock, {
    type: REMOTE_OPENING,
    value: String(lockUserId),
    userId,
    ...(channelId !== undefined && { channelId }),
  })
  if (Object.hasOwn(lock.dpIds, REMOTE_RESULT))
    report(cloud, lock, REMOTE_RESULT, `${moved ? OPENED : FAILED}${hex(lockUserId, 2)}`)
  return moved
}

/** The standard DP code of an unlock by phone. */
export const REMOTE_OPENING = 'unlock_phone_remote'

const REMOTE_RESULT = 'remote_no_dp_key'
const OPENED = '00'
const FAILED = '01'

/** Moves the bolt forward, unless it is jammed: the lock reports it, and logs it if the bolt was back. Returns whether it moved. */
export const closeBolt = (cloud: Cloud, lock: Lock): boolean => {
  if (lock.jammed === true) return false
  delete lock.openedAtMs
  const wasOpen = reportedValue(lock, MOTOR) === true
  report(cloud, lock, MOTOR, false)
  if (wasOpen) writeLog(cloud, lock, { category: 'close_record', type: 'lock_record', value: '' })
  return true
}
