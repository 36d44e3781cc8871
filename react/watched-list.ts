import { createStore, type Store } from './store'

/** A list, as far as it is read. */
export interface ListState<T> {
  /** The rows that were read last; `undefined` before the first answer. A failed reading keeps them. */
  readonly rows: readonly T[] | undefined
  /** The list is being read. */
  readonly isLoading: boolean
  /** The failure of the last reading, an SdkError; `undefined` after a success. */
  readonly error: unknown
}

export interface WatchedList<T> extends Pick<Store<ListState<T>>, 'get' | 'subscribe'> {
  /** Reads the list; resolves when it has been read after this call, also if that failed. */
  readonly refresh: () => Promise<void>
}

/** Reads the rows, and may tell those of the first pages before it ends. */
export type LoadRows<T> = (tell: (rows: readonly T[]) => void) => Promise<readonly T[]>

/** Changes rows while the list is watched; returns what ends it. */
export type FollowRows<T> = (update: (change: (row: T) => T) => void) => () => void

const followNothing = () => () => {}

/** One list for all components: read when the first one mounts, and on demand. */
export const createWatchedList = <T>(
  load: LoadRows<T>,
  follow: FollowRows<T> = followNothing,
): WatchedList<T> => {
  let reading: Promise<void> | undefined
  let isReadAgain = false

  const readOnce = async (): Promise<void> => {
    const before = store.get()
    store.set({ ...before, isLoading: true })
    // Rows that were read in full stay until the new ones are complete.
    const tell = (rows: readonly T[]) => {
      if (before.rows === undefined) store.set({ rows, isLoading: true, error: undefined })
    }
    try {
      store.set({ rows: await load(tell), isLoading: false, error: undefined })
    } catch (error) {
      store.set({ ...store.get(), isLoading: false, error })
    }
  }
  const read = async (): Promise<void> => {
    do {
      isReadAgain = false
      await readOnce()
    } while (isReadAgain)
    reading = undefined
  }
  const refresh = (): Promise<void> => {
    // What is read now may be older than what made the caller ask.
    if (reading !== undefined) isReadAgain = true
    reading ??= read()
    return reading
  }
  const store: Store<ListState<T>> = createStore<ListState<T>>(
    { rows: undefined, isLoading: true, error: undefined },
    () => {
      if (reading === undefined) void refresh()
      return follow((change) => {
        const state = store.get()
        if (state.rows !== undefined) store.set({ ...state, rows: state.rows.map(change) })
      })
    },
  )
  return { get: store.get, subscribe: store.subscribe, refresh }
}

/** Refreshes the list after a command, also after one that failed: its outcome may be unknown. */
export const thenRefresh =
  <Args extends readonly unknown[], T>(
    list: Pick<WatchedList<unknown>, 'refresh'>,
    command: (...args: Args) => Promise<T>,
  ) =>
  async (...args: Args): Promise<T> => {
    try {
      return await command(...args)
    } finally {
      void list.refresh()
    }
  }
