import { useCallback, useEffect, useRef, useState } from 'react'
import type { LockRecord } from '../src/flows/records/lock-record'
import type { RecordQuery } from '../src/flows/records/query'
import type { RecordStream } from '../src/flows/records/stream'
import { useLock } from './lock-provider'

/** Records as far as they are read, newest first. */
export interface WatchedRecords {
  /** The records that have been read, newest first; empty before the first page. */
  readonly records: readonly LockRecord[]
  /** A page is being read. */
  readonly isLoading: boolean
  /** Older records may exist. */
  readonly hasMore: boolean
  /** The failure of the last reading, an SdkError. Nothing is lost: `loadMore` tries again. */
  readonly error: unknown
  /** Reads older records; does nothing while it reads. */
  readonly loadMore: () => void
}

type State = Omit<WatchedRecords, 'loadMore'>

const PAGE = 20
const start: State = { records: [], isLoading: true, hasMore: true, error: undefined }

/**
 * The records of the lock: a page at once, older ones on demand, and new ones as they arrive. Another query starts again.
 *
 * @example
 * ```ts
 * const Alarms = () => {
 *   const { records, loadMore } = useRecords({ kinds: ['alarm'] })
 *   return createElement('button', { onClick: loadMore }, records.length)
 * }
 * ```
 */
export const useRecords = (query: RecordQuery = {}): WatchedRecords => {
  const lock = useLock()
  const [state, setState] = useState<State>(start)
  const load = useRef(() => {})
  // The caller writes a new object with each rendering.
  const key = JSON.stringify(query)

  useEffect(() => {
    let isEnded = false
    let isLoading = false
    const update = (change: (before: State) => State) => {
      if (!isEnded) setState(change)
    }
    setState(start)
    let stream: RecordStream
    try {
      stream = lock.records(JSON.parse(key))
    } catch (error) {
      setState({ ...start, isLoading: false, hasMore: false, error })
      return undefined
    }
    const loadMore = async (): Promise<void> => {
      if (isLoading) return
      isLoading = true
      update((before) => ({ ...before, isLoading: true }))
      try {
        const older = await stream.take(PAGE)
        update(({ records }) => ({
          records: [...records, ...older],
          isLoading: false,
          hasMore: older.length === PAGE,
          error: undefined,
        }))
      } catch (error) {
        update((before) => ({ ...before, isLoading: false, error }))
      }
      isLoading = false
    }
    load.current = () => void loadMore()
    let live: { readonly unsubscribe: () => void } | undefined
    void loadMore().then(() => {
      if (isEnded) return
      live = stream.live$.subscribe((record) =>
        update((before) => ({ ...before, records: [record, ...before.records] })),
      )
    })
    return () => {
      isEnded = true
      live?.unsubscribe()
      void stream.return?.()
    }
  }, [lock, key])

  const loadMore = useCallback(() => load.current(), [])
  return { ...state, loadMore }
}
