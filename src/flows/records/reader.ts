import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { LockContext } from '../shared/lock-context'
import { REACH_MS } from './cluster'
import type { RecordSource } from './lock-record'
import { createSieve } from './sieve'
import type { Row, Sighting } from './sighting'
import type { Question, Source, SourcePage } from './source'

/** The rows of one source, newest first, page by page. */
export interface Reader {
  readonly source: RecordSource
  /** No row that is still to come is newer; plus infinity before the first page, minus infinity after the last. */
  readonly boundMs: () => number
  readonly head: () => Sighting | undefined
  readonly take: () => Sighting | undefined
  /** Reads one page; after a failure the same page again. Whoever calls while it reads waits for the same page. */
  readonly fill: () => Promise<void>
  /** By the last page that was read, no row that is wanted is older; minus infinity where there can be none. */
  readonly floorMs: () => number
  /** What the first page said, once it was read. */
  readonly firstPage: () => FirstPage | undefined
}

export interface FirstPage {
  readonly rows: readonly Sighting[]
  readonly floorMs: number
}

export interface ReaderOptions {
  readonly lock: LockContext
  readonly source: Source
  /** Asked before the first page; the pages of a source may need the ids of the lock. */
  readonly question: () => Promise<Question>
  /** The app wants this very source: it fails where the lock has no such data points, and is left out else. */
  readonly isNamed: boolean
}

const noSuchDataPoints = ({ options: { type } }: LockContext, { name, tells }: Source) =>
  new UnsupportedError(
    { action: name },
    `it is asked by the ids of data points, and none is known of a lock of type ${type} for: ${tells.join(', ')}.`,
  )

export const createReader = ({ lock, source, question, isNamed }: ReaderOptions): Reader => {
  const buffer: Sighting[] = []
  const sieve = createSieve(source)
  let asked: Question | undefined
  let pages: AsyncIterator<SourcePage> | undefined
  /** A page that came, while those before it are asked again. */
  let arrived: IteratorResult<SourcePage> | undefined
  let pageCount = 0
  let boundMs = Number.POSITIVE_INFINITY
  let floorMs = Number.POSITIVE_INFINITY
  let total: number | undefined
  let first: FirstPage | undefined
  let filling: Promise<void> | undefined

  const end = () => {
    boundMs = Number.NEGATIVE_INFINITY
    floorMs = Number.NEGATIVE_INFINITY
    first = first ?? { rows: [], floorMs }
  }

  /** The rows of the pages before, as they are now, where this one shows that rows may have slid there, or from there. */
  const lookBack = async (question: Question, { rows, total: now }: SourcePage) => {
    const slid = shrunkBy(total, now)
    const least = sieve.isDoubtful(rows) ? 1 : 0
    const count = Math.min(Math.max(Math.ceil(slid / question.pageSize), least), pageCount)
    const again: Row[] = []
    if (count === 0) return again
    const before = source.pages(lock, { ...question, firstPage: pageCount - count })
    for (let page = 0; page < count; page++) {
      const { done, value } = (await before?.next()) ?? { done: true }
      if (done === true) break
      again.push(...value.rows)
    }
    return again
  }

  const read = async () => {
    asked = asked ?? (await question())
    pages = pages ?? source.pages(lock, asked)
    if (pages === undefined && isNamed) throw noSuchDataPoints(lock, source)
    arrived = arrived ?? (await pages?.next())
    if (arrived === undefined || arrived.done === true) return end()
    const page = arrived.value
    const rows = sieve.take(page.rows, await lookBack(asked, page))
    arrived = undefined
    pageCount++
    total = page.total
    boundMs = page.rows.reduce((least, { atMs }) => Math.min(least, atMs), boundMs)
    const { fromMs, toMs = Number.POSITIVE_INFINITY, pageSize } = asked
    const wanted = rows.filter(({ atMs, spanMs }) => atMs + spanMs >= fromMs && atMs <= toMs)
    buffer.push(...wanted)
    const isPast = boundMs < fromMs - REACH_MS
    floorMs = isPast || page.count < pageSize ? Number.NEGATIVE_INFINITY : boundMs
    first = first ?? { rows: wanted, floorMs }
    if (isPast) end()
  }

  return {
    source: source.name,
    boundMs: () => buffer[0]?.atMs ?? boundMs,
    head: () => buffer[0],
    take: () => buffer.shift(),
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

/** How many rows are gone since the last page: so many of those behind it slid onto the pages before. */
const shrunkBy = (before: number | undefined, now: number | undefined): number =>
  before === undefined || now === undefined ? 0 : Math.max(before - now, 0)
