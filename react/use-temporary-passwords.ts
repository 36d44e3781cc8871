import { useMemo, useSyncExternalStore } from 'react'
import type { Lock } from '../src/flows/lock'
import type { TemporaryPassword } from '../src/flows/temporary-passwords/temporary-password'
import type { TemporaryPasswords } from '../src/flows/temporary-passwords/temporary-passwords'
import { useLock } from './lock-provider'
import { sharedBy } from './store'
import { createWatchedList, type ListState, thenRefresh, type WatchedList } from './watched-list'

type Commands = Pick<
  TemporaryPasswords,
  'create' | 'change' | 'rename' | 'remove' | 'freeze' | 'unfreeze'
>

/** The list, and the commands of the flow: each refreshes the list, also if it fails. */
export interface WatchedTemporaryPasswords extends ListState<TemporaryPassword>, Commands {
  /** Reads the list again; resolves when it has been read, also if that failed. */
  readonly refresh: () => Promise<void>
}

const listOf = (lock: Lock): WatchedList<TemporaryPassword> =>
  sharedBy(lock, 'temporaryPasswords', () =>
    createWatchedList(() => lock.temporaryPasswords.list()),
  )

/**
 * The active and pending temporary passwords of the lock, one list for all components.
 *
 * @example
 * ```ts
 * const Guests = () => {
 *   const { rows, remove } = useTemporaryPasswords()
 *   return rows?.map(({ id, name }) => createElement('button', { key: id, onClick: () => remove(id) }, name))
 * }
 * ```
 */
export const useTemporaryPasswords = (): WatchedTemporaryPasswords => {
  const lock = useLock()
  const list = listOf(lock)
  const state = useSyncExternalStore(list.subscribe, list.get, list.get)
  const commands = useMemo<Commands>(() => {
    const { create, change, rename, remove, freeze, unfreeze } = lock.temporaryPasswords
    return {
      create: thenRefresh(list, create),
      change: thenRefresh(list, change),
      rename: thenRefresh(list, rename),
      remove: thenRefresh(list, remove),
      freeze: thenRefresh(list, freeze),
      unfreeze: thenRefresh(list, unfreeze),
    }
  }, [lock, list])
  return { ...state, ...commands, refresh: list.refresh }
}
