import { useMemo, useSyncExternalStore } from 'react'
import type { Lock } from '../src/flows/lock'
import type { Setting } from '../src/flows/settings/setting'
import type { Settings } from '../src/flows/settings/settings'
import { useLock } from './lock-provider'
import { sharedBy } from './store'
import { createWatchedList, type ListState, thenRefresh, type WatchedList } from './watched-list'

/** The settings, and the command that changes one: it refreshes the list, also if it fails. */
export interface WatchedSettings extends ListState<Setting>, Pick<Settings, 'set'> {
  /** Reads the settings again; resolves when they have been read, also if that failed. */
  readonly refresh: () => Promise<void>
}

const listOf = (lock: Lock): WatchedList<Setting> =>
  sharedBy(lock, 'settings', () =>
    createWatchedList(
      () => lock.settings.list(),
      (update) => {
        const subscription = lock.settings.changes$.subscribe({
          next: (changed) => update((row) => (row.code === changed.code ? changed : row)),
          // A lock without data points reports nothing; the list has the same failure otherwise.
          error: () => {},
        })
        return () => subscription.unsubscribe()
      },
    ),
  )

/**
 * The settings of the lock, one list for all components. A report of the lock changes its row, where the lock has data points.
 *
 * @example
 * ```ts
 * const Volume = () => {
 *   const { rows, set } = useSettings()
 *   const volume = rows?.find(({ name }) => name === 'volume')
 *   return createElement('button', { onClick: () => set('volume', 'mute') }, String(volume?.value))
 * }
 * ```
 */
export const useSettings = (): WatchedSettings => {
  const lock = useLock()
  const list = listOf(lock)
  const state = useSyncExternalStore(list.subscribe, list.get, list.get)
  const set = useMemo(() => thenRefresh(list, lock.settings.set), [lock, list])
  // The wrapper loses that the result has the type of the value.
  return { ...state, set: set as Settings['set'], refresh: list.refresh }
}
