import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'

export type OfflinePasswords = {}

export const offlinePasswords = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): OfflinePasswords => {
  lockContext(panel, deviceId, options)
  return {}
}
