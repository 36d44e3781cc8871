import { useSyncExternalStore } from 'react'
import type { DoorState } from '../src/flows/live/door-state'
import type { Lock } from '../src/flows/lock'
import { useLock } from './lock-provider'
import { createStore, type Store, sharedBy } from './store'

const NOTHING_READ: DoorState = { unread: [] }

/** One subscription for all components. It ends with the last one. */
const stateOf = (lock: Lock): Store<DoorState> =>
  sharedBy(lock, 'state', () => {
    const store: Store<DoorState> = createStore(NOTHING_READ, () => {
      const subscription = lock.state$.subscribe({
        next: store.set,
        // Nothing can be read on this panel: all stays unknown.
        error: () => {},
      })
      return () => subscription.unsubscribe()
    })
    return store
  })

/**
 * The present state of the lock: bolt, door, battery, connection and last record, each with its time and source. A value that is
 * absent is unknown, for all of them until the first answer.
 *
 * @example
 * ```ts
 * const Battery = () => {
 *   const { battery } = useLockState()
 *   return createElement('p', {}, JSON.stringify(battery?.value ?? 'unknown'))
 * }
 * ```
 */
export const useLockState = (): DoorState => {
  const { subscribe, get } = stateOf(useLock())
  return useSyncExternalStore(subscribe, get, get)
}
