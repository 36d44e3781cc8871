import type { Cloud } from '../cloud'
import type { Lock } from './lock'
import { writeLog } from './log'
import { takePicture } from './media'
import { report } from './report'

/** A lock raises an alarm: it reports it and logs it, with a picture where it has a camera. */
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
