import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'

export type Members = {}

export const members = (panel: PanelOfLock, deviceId: string, options: LockOptions): Members => {
  lockContext(panel, deviceId, options)
  return {}
}
