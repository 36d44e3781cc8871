import type { Observable } from 'rxjs'
import { ParamsError } from '../../core/errors/params-error'
import type { SdkError } from '../../core/errors/sdk-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { DpSchema } from '../../data-points/dp-schema'
import { createCancellation } from '../shared/cancellation'
import type { LockContext } from '../shared/lock-context'
import { type Cluster, REACH_MS } from './cluster'
import { createLive } from './live'
import type { LockRecord } from './lock-record'
import { mergeReaders } from './merge'
import type { CheckedQuery } from './query'
import { createReader, type Reader } from './reader'
import { codesOf } from './sighting'
import type { Question, Source } from './source'
import { toRecord } from './to-record'

/**
 * Records, newest first, each told once: `for await (const record of stream)`. Pages are asked for as they are needed.
 *
 * Where a source fails, reading fails with its SdkError, and nothing is lost: `next`, `take` or another `for await`
 * goes on with the record that was due, and asks that source again. `break` and `return` end the stream, with `live$`.
 *
 * Lists move while they are read. What is new in the meantime is left to `live$`. Where the total of a list shrinks, or
 * a row comes up that was told, the pages before are asked again, so that nothing is lost or told twice. What no list
 * shows: a row that is deleted from a list without totals, or while another one is put in among the older ones.
 */
export interface RecordStream extends AsyncIterableIterator<LockRecord> {
  /** The next records: fewer than asked for only at the end. */
  readonly take: (count: number) => Promise<readonly LockRecord[]>
  /**
   * New records as they appear, oldest first: what came since this stream was first read, or else since somebody first
   * listened. Polls while somebody listens: at once, then every 5 s, slower up to every 60 s while nothing changes. It
   * never fails: a poll that does is told by `failures$`, and polling goes on. It completes when the panel is closed, and
   * when this stream ends by `break` or `return`.
   */
  readonly live$: Observable<LockRecord>
  /** What polls of `live$` fail with. */
  readonly failures$: Observable<SdkError>
}

export const createStream = (
  lock: LockContext,
  events$: Observable<unknown>,
  query: CheckedQuery,
  schemaOf: () => Promise<DpSchema>,
): RecordStream => {
  const open = (source: Source, options: CallOptions): Reader =>
    createReader({
      lock,
      source,
      isNamed: query.isNamed,
      question: async () => questionOf(source, query, await schemaFor(source), options),
    })
  const schemaFor = async ({ byIds }: Source) => (byIds === true ? schemaOf() : lock.options.schema)
  const recordOf = (cluster: Cluster) =>
    isWanted(cluster, query) ? toRecord(lock, cluster) : undefined

  const { signal, cancel } = createCancellation()
  const readers = query.sources.map((source) => open(source, { signal }))
  const nextCluster = mergeReaders(readers)
  /** Records of a `take` that failed half-way. */
  const kept: LockRecord[] = []
  let isOver = false

  const nextRecord = async (): Promise<LockRecord | undefined> => {
    while (!isOver) {
      const first = kept.shift()
      if (first !== undefined) return first
      const cluster = await nextCluster()
      if (cluster === undefined) return undefined
      const record = recordOf(cluster)
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
    // A poll that fails is followed by another one: its retries would be those of a user's tap.
    open: (source, stopped) =>
      open(source, { signal: stopped, priority: 'background', retry: false }),
  })

  /** One after the other: two readers would tear the order apart. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>, ended: T): Promise<T> => {
    const turn = last.then(work).catch((error: unknown) => {
      if (isOver) return ended
      throw error
    })
    last = turn.catch(() => {})
    return turn
  }

  const done: IteratorResult<LockRecord, undefined> = { done: true, value: undefined }
  const stream: RecordStream = {
    next: () =>
      inTurn(async () => {
        const value = await nextRecord()
        return value === undefined ? done : { done: false, value }
      }, done),
    return: async () => {
      isOver = true
      cancel()
      endLive()
      return done
    },
    take: (count) =>
      inTurn(async () => {
        checkCount(count)
        const taken: LockRecord[] = []
        try {
          while (taken.length < count) {
            const record = await nextRecord()
            if (record === undefined) break
            taken.push(record)
          }
        } catch (error) {
          kept.unshift(...taken)
          throw error
        }
        return taken
      }, []),
    [Symbol.asyncIterator]: () => stream,
    ...live,
  }
  return stream
}

/** The range is wider by what sources may differ; what is outside is left out once the exact time is known. */
const questionOf = (
  { tells }: Source,
  { fromMs, toMs, kinds, pageSize }: CheckedQuery,
  schema: DpSchema | undefined,
  options: CallOptions,
): Question => ({
  fromMs: Math.max(fromMs - REACH_MS, 0),
  toMs: toMs === Number.POSITIVE_INFINITY ? undefined : toMs + REACH_MS,
  codes: codesOf(kinds.filter((kind) => tells.includes(kind))),
  pageSize,
  firstPage: 0,
  schema,
  options,
})

const isWanted = ({ atMs, spanMs, sightings }: Cluster, { fromMs, toMs, kinds }: CheckedQuery) =>
  atMs + spanMs >= fromMs && atMs <= toMs && sightings.some(({ kind }) => kinds.includes(kind))

const checkCount = (count: number): void => {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new ParamsError({ action: 'records.take' }, [
      { path: 'count', message: 'expected a whole number from 1' },
    ])
}
