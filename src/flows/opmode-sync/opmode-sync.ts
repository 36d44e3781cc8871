import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'

export type OpmodeSync = {}

export const opmodeSync = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): OpmodeSync => {
  lockContext(panel, deviceId, options)
  return {}
}
