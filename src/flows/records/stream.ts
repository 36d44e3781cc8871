import type { Observable } from 'rxjs'
import { ParamsError } from '../../core/errors/params-error'
import type { SdkError } from '../../core/errors/sdk-error'
import type { CallOptions } from '../../core/pipeline/call'
import { createMutex } from '../../core/rx/mutex'
import type { DpSchema } from '../../data-points/dp-schema'
import { createCancellation } from '../shared/cancellation'
import type { LockContext } from '../shared/lock-context'
import { createLive } from './live'
import type { LockRecord, RecordSource } from './lock-record'
import { mergeReaders } from './merge'
import { type MergedRecord, REACH_MS } from './merged-record'
import { isNotPermitted, type LeftOutSource } from './not-permitted'
import type { CheckedQuery } from './query'
import { createReader, type Reader } from './reader'
import { createSelection } from './selection'
import type { Source, SourceQuery } from './source'
import { codesOf } from './source-record'
import { toRecord } from './to-record'

/**
 * Records, newest first: `for await (const record of stream)`. Pages are requested as needed.
 *
 * If a source fails, reading fails with its SdkError, and no record is lost: `next`, `take` or another `for await` requests
 * that source again and continues with the next record. `break` and `return` end the stream and its `live$`.
 *
 * Lists change while they are read. `live$` emits new records. If the total of a list shrinks, or a row appears
 * again, the previous pages are read again, so that no record is lost or repeated. The flow cannot detect a row that is
 * deleted from a list without totals, or while another one is inserted among the older ones.
 */
export interface RecordStream extends AsyncIterableIterator<LockRecord> {
  /**
   * Resolves with the next records; fewer than `count` only at the end.
   *
   * @example
   * ```ts
   * const firstScreen = await frontDoor.records().take(20)
   * ```
   */
  readonly take: (count: number) => Promise<readonly LockRecord[]>
  /**
   * New records, oldest first, since this stream was first read, or else since the first subscription. Polls while it has
   * subscribers: immediately, then every 5 s, slowing down to 60 s while nothing changes. It never fails: `failures$` emits
   * the error of a failed poll, and polling continues. It completes when the panel is closed, or when `break` or `return`
   * ends the stream.
   */
  readonly live$: Observable<LockRecord>
  /**
   * The sources that are left out so far, because a permission or a subscription is missing; the next richest source takes
   * their place. If the cloud refuses all of them, or `query.sources` names them, reading fails instead.
   *
   * @example
   * ```ts
   * const stream = frontDoor.records()
   * await stream.take(20)
   * const refused = stream.leftOut().map(({ source }) => source)
   * ```
   */
  readonly leftOut: () => readonly LeftOutSource[]
  /** The errors of failed polls of `live$`. */
  readonly failures$: Observable<SdkError>
}

export const createStream = (
  lock: LockContext,
  events$: Observable<unknown>,
  query: CheckedQuery,
  schemaOf: () => Promise<DpSchema>,
): RecordStream => {
  const selection = createSelection(query)
  const open = (source: Source, options: CallOptions, isLive = false): Reader =>
    createReader({
      lock,
      source,
      isNamed: query.isNamed,
      selection,
      isLive,
      query: async () => sourceQueryOf(source, query, await schemaFor(source), options),
    })
  const schemaFor = async ({ byIds }: Source) => (byIds === true ? schemaOf() : lock.options.schema)
  const recordOf = (merged: MergedRecord) =>
    isRequested(merged, query) ? toRecord(lock, merged) : undefined

  const { signal, cancel } = createCancellation()
  const readers = query.sources.map((source) => open(source, { signal }))
  const leftOut: LeftOutSource[] = []
  /** At least one source must be readable: a lock without permissions is not one without records. */
  const leaveOut = (source: RecordSource, error: unknown): boolean => {
    if (!isNotPermitted(error) || query.isNamed) return false
    if (!leftOut.some((other) => other.source === source)) leftOut.push({ source, error })
    const isReplaced = leftOut.length < query.sources.length
    if (isReplaced) for (const reader of readers) if (reader.source === source) reader.replace()
    return isReplaced
  }
  const nextMerged = mergeReaders(readers, (reader, error) => leaveOut(reader.source, error))
  /** Records of a `take` that failed in the middle. */
  const unread: LockRecord[] = []
  let isEnded = false

  const nextRecord = async (): Promise<LockRecord | undefined> => {
    while (!isEnded) {
      const first = unread.shift()
      if (first !== undefined) return first
      const merged = await nextMerged()
      if (merged === undefined) return undefined
      const record = recordOf(merged)
      if (record !== undefined) return record
    }
    return undefined
  }

  const { end: endLive, ...live } = createLive({
    lock,
    events$,
    sources: query.sources,
    readers,
    recordOf,
    selection,
    leaveOut,
    // A failed poll is followed by the next one, so it needs no retries.
    open: (source, stopped) =>
      open(source, { signal: stopped, priority: 'background', retry: false }, true),
  })

  /** Concurrent reads would mix up the order of the records. */
  const runExclusive = createMutex()
  const readExclusively = <T>(work: () => Promise<T>, ended: T): Promise<T> =>
    runExclusive(work).catch((error: unknown) => {
      if (isEnded) return ended
      throw error
    })

  const done: IteratorResult<LockRecord, undefined> = { done: true, value: undefined }
  const stream: RecordStream = {
    next: () =>
      readExclusively(async () => {
        const value = await nextRecord()
        return value === undefined ? done : { done: false, value }
      }, done),
    return: async () => {
      isEnded = true
      cancel()
      endLive()
      return done
    },
    take: (count) =>
      readExclusively(async () => {
        checkCount(count)
        const taken: LockRecord[] = []
        try {
          while (taken.length < count) {
            const record = await nextRecord()
            if (record === undefined) break
            taken.push(record)
          }
        } catch (error) {
          for (const record of taken.reverse()) unread.unshift(record)
          throw error
        }
        return taken
      }, []),
    leftOut: () => leftOut.slice(),
    [Symbol.asyncIterator]: () => stream,
    ...live,
  }
  return stream
}

/** The range is extended by the difference between sources; `isRequested` checks the exact time later. */
const sourceQueryOf = (
  { kinds: sourceKinds }: Source,
  { fromMs, toMs, kinds, pageSize }: CheckedQuery,
  schema: DpSchema | undefined,
  options: CallOptions,
): SourceQuery => ({
  fromMs: Math.max(fromMs - REACH_MS, 0),
  toMs: toMs === Number.POSITIVE_INFINITY ? undefined : toMs + REACH_MS,
  codes: codesOf(kinds.filter((kind) => sourceKinds.includes(kind))),
  pageSize,
  firstPage: 0,
  schema,
  options,
})

const isRequested = (
  { atMs, spanMs, records }: MergedRecord,
  { fromMs, toMs, kinds }: CheckedQuery,
) => atMs + spanMs >= fromMs && atMs <= toMs && records.some(({ kind }) => kinds.includes(kind))

const checkCount = (count: number): void => {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new ParamsError({ action: 'records.take' }, [
      { path: 'count', message: 'expected a whole number of at least 1' },
    ])
}
