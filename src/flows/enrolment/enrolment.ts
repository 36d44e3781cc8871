import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'

export type Enrolment = {}

export const enrolment = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): Enrolment => {
  lockContext(panel, deviceId, options)
  return {}
}
