import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'

export type Records = {}

export const records = (panel: PanelOfLock, deviceId: string, options: LockOptions): Records => {
  lockContext(panel, deviceId, options)
  return {}
}
