import type { Cloud } from '../cloud'
import type { Lock } from './lock'
import { writeLog } from './log'
import { takePicture } from './media'

/** A report of a data point. */
export interface LockReport {
  readonly deviceId: string
  /** By codes. */
  readonly dps: Readonly<Record<string, unknown>>
}

/** The last reported value of a data point. */
export const reportedValue = ({ status }: Lock, point: string): unknown =>
  status.find(({ code }) => code === point)?.value

/** A lock reports the value of a data point; while it is offline the report reaches no subscriber. */
export const report = (cloud: Cloud, lock: Lock, code: string, value: unknown): void => {
  const known = lock.status.find((point) => point.code === code)
  if (known === undefined) lock.status.push({ code, value })
  else known.value = value
  lock.updatedAt = Math.floor(cloud.now() / 1000)
  if (lock.online) cloud.reports$.next({ deviceId: lock.id, dps: { [code]: value } })
}

/** A lock raises an alarm: it reports it and logs it, with a picture if it has a camera. */
export const raiseAlarm = (cloud: Cloud, lock: Lock, type: string, value: string): void => {
  const media = takePicture(cloud, lock)
  report(cloud, lock, type, value)
  writeLog(cloud, lock, {
    category: 'alarm_record',
    type,
    value,
    ...(media !== undefined && { media }),
  })
}
