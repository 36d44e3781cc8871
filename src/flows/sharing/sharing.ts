import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'

export type Sharing = {}

export const sharing = (panel: PanelOfLock, deviceId: string, options: LockOptions): Sharing => {
  lockContext(panel, deviceId, options)
  return {}
}
