import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { LockContext } from '../shared/lock-context'
import { REACH_MS } from './cluster'
import type { RecordSource } from './lock-record'
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
  /** By the last page that was read, there are no older rows. */
  readonly isAll: () => boolean
  /** What the first page said, once it was read. */
  readonly firstPage: () => FirstPage | undefined
}

export interface FirstPage {
  readonly rows: readonly Sighting[]
  readonly isAll: boolean
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
  const seen = new Set<string>()
  let asked: Question | undefined
  let pages: AsyncIterator<SourcePage> | undefined
  let boundMs = Number.POSITIVE_INFINITY
  let total: number | undefined
  let isAll = false
  let first: FirstPage | undefined
  let filling: Promise<void> | undefined

  const end = () => {
    boundMs = Number.NEGATIVE_INFINITY
    isAll = true
    first = first ?? { rows: [], isAll }
  }

  const read = async () => {
    asked = asked ?? (await question())
    pages = pages ?? source.pages(lock, asked)
    if (pages === undefined && isNamed) throw noSuchDataPoints(lock, source)
    const page = pages === undefined ? undefined : await pages.next()
    if (page === undefined || page.done === true) return end()
    const rows = sightingsOf(source, page.value.rows, movedBy(page.value.total, total), seen)
    total = page.value.total
    boundMs = rows.reduce((least, { atMs }) => Math.min(least, atMs), boundMs)
    const { fromMs, toMs = Number.POSITIVE_INFINITY, pageSize } = asked
    const wanted = rows.filter(({ atMs, spanMs }) => atMs + spanMs >= fromMs && atMs <= toMs)
    buffer.push(...wanted)
    isAll = page.value.count < pageSize
    first = first ?? { rows: wanted, isAll }
    if (boundMs < fromMs - REACH_MS) end()
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
    isAll: () => isAll,
    firstPage: () => first,
  }
}

/** How many rows were written since the last page: so many of its rows moved onto this one. */
const movedBy = (total: number | undefined, before: number | undefined): number =>
  total === undefined || before === undefined ? 0 : Math.max(total - before, 0)

/**
 * Rows with the keys by which they are known again, newest first, without those of `moved` that were read before. Rows
 * of one second that say the same are numbered from the oldest on, so that a newer one changes no key.
 */
const sightingsOf = (
  { name, inSeconds }: Source,
  rows: readonly Row[],
  moved: number,
  seen: Set<string>,
): readonly Sighting[] => {
  const known = new Set(seen)
  const fresh = rows
    .map((row) => ({ row, base: `${name} ${row.id ?? signatureOf(row)}` }))
    .filter(({ row, base }, index) => !known.has(base) || (row.id === undefined && index >= moved))
  const sightings: Sighting[] = []
  for (const { row, base } of fresh.reverse().sort((one, other) => one.row.atMs - other.row.atMs)) {
    let key = base
    for (let number = 2; seen.has(key); number++) key = `${base} ${number}`
    seen.add(key)
    sightings.unshift({ ...row, source: name, key, spanMs: inSeconds === true ? 999 : 0 })
  }
  return sightings
}

const signatureOf = ({ atMs, details, value }: Row): string => [atMs, details.code, value].join(' ')
