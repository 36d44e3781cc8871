import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'

export type Capabilities = {}

export const capabilities = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): Capabilities => {
  lockContext(panel, deviceId, options)
  return {}
}
