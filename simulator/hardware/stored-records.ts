import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { writeLog } from '../world/log'
import { report } from '../world/report'
import { hex } from './hex'

export const RECORD = 'record'

/**
 * Reports the stored records, oldest first, and the app passes them on to the cloud. No document gives the format of a report;
 * this one is invented: the id of the method's data point, its number, and the time in seconds.
 */
export const reportStored = (cloud: Cloud, lock: Lock): void => {
  const { ble: session } = lock
  if (session === undefined) return
  for (const { dpCode, unlockSn, timeMs } of session.storedRecords ?? []) {
    const seconds = Math.floor(timeMs / 1000)
    const id = lock.dpIds[dpCode] ?? 0
    report(cloud, lock, RECORD, `${hex(id, 1)}${hex(unlockSn, 1)}${hex(seconds, 4)}`)
    writeLog(
      cloud,
      lock,
      { category: 'unlock_record', type: dpCode, value: String(unlockSn) },
      timeMs,
    )
  }
  session.storedRecords = []
  session.recordsWaiting = false
}
