import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'

export type Bluetooth = {}

export const bluetooth = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): Bluetooth => {
  lockContext(panel, deviceId, options)
  return {}
}
