import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'

export type RemoteUnlock = {}

export const remoteUnlock = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): RemoteUnlock => {
  lockContext(panel, deviceId, options)
  return {}
}
