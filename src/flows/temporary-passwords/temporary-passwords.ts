import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'

export type TemporaryPasswords = {}

export const temporaryPasswords = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): TemporaryPasswords => {
  lockContext(panel, deviceId, options)
  return {}
}
