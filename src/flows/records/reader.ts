import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { LockContext } from '../shared/lock-context'
import type { RecordSource } from './lock-record'
import { REACH_MS } from './merged-record'
import { createPageDeduplicator } from './page-deduplicator'
import type { Selection } from './selection'
import type { Source, SourcePage, SourceQuery } from './source'
import type { Row, SourceRecord } from './source-record'

/** The rows of one source, newest first, page by page. */
export interface Reader {
  readonly source: RecordSource
  /** No later row is newer; plus infinity before the first page, minus infinity after the last. */
  readonly boundMs: () => number
  readonly head: () => SourceRecord | undefined
  readonly take: () => SourceRecord | undefined
  /** Reads no more: another source replaces this one. */
  readonly replace: () => void
  /** Reads one page, after a failure the same page again. Concurrent calls share one read. */
  readonly fill: () => Promise<void>
  /** No row in the requested range is older, according to the last page; minus infinity if no further row can exist. */
  readonly floorMs: () => number
  /** The first page, once it was read. */
  readonly firstPage: () => FirstPage | undefined
}

export interface FirstPage {
  /** Also the rows of kinds that are read from another source. */
  readonly rows: readonly SourceRecord[]
  readonly floorMs: number
}

export interface ReaderOptions {
  readonly lock: LockContext
  readonly source: Source
  /** Called before the first page; a source may need the ids of the lock. */
  readonly query: () => Promise<SourceQuery>
  /** The caller named this source: without data points it fails; otherwise it is skipped. */
  readonly isNamed: boolean
  readonly selection: Selection
  /** Returns the rows of all kinds, for the live view, which selects them later. */
  readonly isLive: boolean
}

const noSuchDataPoints = ({ options: { type } }: LockContext, { name, kinds }: Source) =>
  new UnsupportedError(
    { action: name },
    `it is queried by data point ids, and none is known of a lock of type ${type} for: ${kinds.join(', ')}.`,
  )

export const createReader = ({
  lock,
  source,
  query,
  isNamed,
  selection,
  isLive,
}: ReaderOptions): Reader => {
  const buffer: SourceRecord[] = []
  const deduplicator = createPageDeduplicator(source)
  let sourceQuery: SourceQuery | undefined
  let pages: AsyncIterator<SourcePage> | undefined
  /** A received page, while the previous pages are read again. */
  let received: IteratorResult<SourcePage> | undefined
  let pageCount = 0
  let boundMs = Number.POSITIVE_INFINITY
  let floorMs = Number.POSITIVE_INFINITY
  let total: number | undefined
  let first: FirstPage | undefined
  let filling: Promise<void> | undefined

  /** Another source may replace this one, so unselected rows stay; `next` is the first selected one. */
  let next = 0
  let version = 0
  const nextIndex = (): number => {
    if (version !== selection.version()) next = 0
    version = selection.version()
    for (; next < buffer.length; next++) {
      const row = buffer[next]
      if (row !== undefined && (isLive || selection.reads(source.name, row.kind, row.atMs))) break
    }
    return next
  }
  const head = () => buffer[nextIndex()]

  const replace = () => {
    selection.replace(source.name, boundMs)
    end()
  }
  const end = () => {
    boundMs = Number.NEGATIVE_INFINITY
    floorMs = Number.NEGATIVE_INFINITY
    first = first ?? { rows: [], floorMs }
  }

  /** Reads the previous pages again if this page shows that rows may have moved. */
  const readPrevious = async (current: SourceQuery, { rows, total: now }: SourcePage) => {
    const moved = shrunkBy(total, now)
    const least = deduplicator.isDoubtful(rows) ? 1 : 0
    const count = Math.min(Math.max(Math.ceil(moved / current.pageSize), least), pageCount)
    const again: Row[] = []
    if (count === 0) return again
    const before = source.pages(lock, { ...current, firstPage: pageCount - count })
    for (let page = 0; page < count; page++) {
      const { done, value } = (await before?.next()) ?? { done: true }
      if (done === true) break
      for (const row of value.rows) again.push(row)
    }
    return again
  }

  const read = async () => {
    sourceQuery = sourceQuery ?? (await query())
    pages = pages ?? source.pages(lock, sourceQuery)
    if (pages === undefined) {
      if (isNamed) throw noSuchDataPoints(lock, source)
      return replace()
    }
    received = received ?? (await pages.next())
    if (received.done === true) return end()
    const page = received.value
    const rows = deduplicator.take(page.rows, await readPrevious(sourceQuery, page))
    received = undefined
    pageCount++
    total = page.total
    boundMs = page.rows.reduce((least, { atMs }) => Math.min(least, atMs), boundMs)
    const { fromMs, toMs = Number.POSITIVE_INFINITY, pageSize } = sourceQuery
    const inRange = rows.filter(({ atMs, spanMs }) => atMs + spanMs >= fromMs && atMs <= toMs)
    for (const row of inRange) buffer.push(row)
    const isPast = boundMs < fromMs - REACH_MS
    floorMs = isPast || page.count < pageSize ? Number.NEGATIVE_INFINITY : boundMs
    first = first ?? { rows: inRange, floorMs }
    if (isPast) end()
  }

  return {
    source: source.name,
    boundMs: () =>
      head()?.atMs ?? (selection.isNeeded(source) ? boundMs : Number.NEGATIVE_INFINITY),
    head,
    take: () => {
      const row = head()
      buffer.splice(0, next + 1)
      next = 0
      return row
    },
    replace,
    fill: () => {
      filling =
        filling ??
        read().then(
          () => {
            filling = undefined
          },
          (error: unknown) => {
            filling = undefined
            throw error
          },
        )
      return filling
    },
    floorMs: () => floorMs,
    firstPage: () => first,
  }
}

/** The number of rows deleted since the last page; as many later rows moved to the previous pages. */
const shrunkBy = (before: number | undefined, now: number | undefined): number =>
  before === undefined || now === undefined ? 0 : Math.max(before - now, 0)
