import type { LockContext } from '../shared/lock-context'

const LATEST = 'doorLock.loglatest'
const ALARMS = 'tuya.m.device.lock.alarm.unread'

/** The number of unread records; undefined if the cloud does not return it. */
export const readUnread = async ({
  call,
  deviceId,
  selectOperation,
}: LockContext): Promise<number | undefined> => {
  const isLatest = selectOperation('records.unreadRecords', [
    [LATEST, true],
    [ALARMS, false],
  ])
  if (!isLatest) return call(ALARMS, { devId: deviceId })
  const latest = await call(LATEST, { device_id: deviceId })
  if ('unReadCount' in latest) return latest.unReadCount
  return latest.exist === false ? 0 : undefined
}
