import type { PanelOfLock } from './lock-options'

/**
 * State that all flows of one panel share for one lock, also across several `lock(panel, id)` objects. It lives as long as
 * the panel; two panels share nothing.
 */
export const perLock = <T>(create: () => T): ((panel: PanelOfLock, deviceId: string) => T) => {
  const panels = new WeakMap<object, Map<string, T>>()
  return ({ apiRequest }, deviceId) => {
    const locks = panels.get(apiRequest) ?? new Map<string, T>()
    panels.set(apiRequest, locks)
    const existing = locks.get(deviceId)
    if (existing !== undefined) return existing
    const created = create()
    locks.set(deviceId, created)
    return created
  }
}
