import { useMemo, useSyncExternalStore } from 'react'
import type { Lock } from '../src/flows/lock'
import type { Member } from '../src/flows/members/member'
import type { Members } from '../src/flows/members/members'
import { useLock } from './lock-provider'
import { sharedBy } from './store'
import { createWatchedList, type ListState, thenRefresh, type WatchedList } from './watched-list'

type Commands = Pick<Members, 'add' | 'change' | 'remove' | 'setRole' | 'setValidity'>

/** The list, and the commands of the flow: each refreshes the list, also if it fails. */
export interface WatchedMembers extends ListState<Member>, Commands {
  /** Reads the list again; resolves when it has been read, also if that failed. */
  readonly refresh: () => Promise<void>
}

/** The rows are told while further pages are read. */
const ROWS_A_SCREEN = 20

const listOf = (lock: Lock): WatchedList<Member> =>
  sharedBy(lock, 'members', () =>
    createWatchedList(async (tell) => {
      const rows: Member[] = []
      for await (const member of lock.members.all()) {
        rows.push(member)
        if (rows.length % ROWS_A_SCREEN === 0) tell(rows.slice())
      }
      return rows
    }),
  )

/**
 * The members of the lock, one list for all components.
 *
 * @example
 * ```ts
 * const People = () => useMembers().rows?.map(({ id, name }) => createElement('li', { key: id }, name))
 * ```
 */
export const useMembers = (): WatchedMembers => {
  const lock = useLock()
  const list = listOf(lock)
  const state = useSyncExternalStore(list.subscribe, list.get, list.get)
  const commands = useMemo<Commands>(() => {
    const { add, change, remove, setRole, setValidity } = lock.members
    return {
      add: thenRefresh(list, add),
      change: thenRefresh(list, change),
      remove: thenRefresh(list, remove),
      setRole: thenRefresh(list, setRole),
      setValidity: thenRefresh(list, setValidity),
    }
  }, [lock, list])
  return { ...state, ...commands, refresh: list.refresh }
}
