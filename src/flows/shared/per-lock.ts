import type { PanelOfLock } from './lock-options'

/**
 * Something that all flows over one panel share about one lock, however many `lock(panel, id)` there are of it. It goes
 * with the panel; two panels know nothing of each other.
 */
export const perLock = <T>(make: () => T): ((panel: PanelOfLock, deviceId: string) => T) => {
  const panels = new WeakMap<object, Map<string, T>>()
  return ({ apiRequest }, deviceId) => {
    const locks = panels.get(apiRequest) ?? new Map<string, T>()
    panels.set(apiRequest, locks)
    const known = locks.get(deviceId)
    if (known !== undefined) return known
    const made = make()
    locks.set(deviceId, made)
    return made
  }
}
