import type { Source } from './source'
import type { Row, SourceRecord } from './source-record'

/** Finds the rows of a page that were not read before; pages move while they are read. */
export interface PageDeduplicator {
  /** Whether a row without an id may have been read before: it is the same row, or an equal one. */
  readonly isDoubtful: (rows: readonly Row[]) => boolean
  /**
   * The new rows of a page, newest first. `again` are the rows of the previous pages, read a second time: they contain the
   * rows that moved there, and show whether any row moved.
   */
  readonly take: (rows: readonly Row[], again: readonly Row[]) => readonly SourceRecord[]
}

export const createPageDeduplicator = ({ name, inSeconds, isKeyed }: Source): PageDeduplicator => {
  /** How often a row with this base was read; above 1 for equal rows without ids. */
  const readCounts = new Map<string, number>()
  /** The bases of the last page, if all its rows were new. */
  let before: readonly string[] = []
  /** Newer rows were added after the first page; the live view emits them. */
  let newestMs = Number.POSITIVE_INFINITY
  let oldestMs = Number.POSITIVE_INFINITY

  const baseOf = (row: Row) => `${name} ${row.id ?? signatureOf(row)}`

  /** Removes each row as often as it was read; of equal rows, the newest were read. */
  const withoutRead = (rows: readonly Row[]): readonly Row[] => {
    /** Only of these rows: a copy of all counts would take longer with each page. */
    const remaining = new Map<string, number>()
    return rows.filter((row) => {
      const base = baseOf(row)
      const count = remaining.get(base) ?? readCounts.get(base) ?? 0
      remaining.set(base, row.id === undefined ? count - 1 : 1)
      return count <= 0
    })
  }

  const unread = (rows: readonly Row[], again: readonly Row[]): readonly Row[] => {
    const bases = again.map(baseOf)
    const isUnmoved =
      isKeyed === true ||
      (bases.length === before.length && bases.every((base, index) => base === before[index]))
    if (isUnmoved) return rows.filter((row) => row.id === undefined || !readCounts.has(baseOf(row)))
    return withoutRead([...again.filter(({ atMs }) => atMs <= oldestMs), ...rows])
  }

  return {
    isDoubtful: (rows) =>
      isKeyed !== true && rows.some((row) => row.id === undefined && readCounts.has(baseOf(row))),
    take: (rows, again) => {
      const newRows = unread(rows, again).filter(({ atMs }) => atMs <= newestMs)
      const records: SourceRecord[] = []
      // Numbered from the oldest, so that a newer row changes no key.
      for (const row of [...newRows].reverse().sort((one, other) => one.atMs - other.atMs)) {
        const base = baseOf(row)
        const count = (readCounts.get(base) ?? 0) + 1
        readCounts.set(base, count)
        const key = count === 1 ? base : `${base} ${count}`
        records.unshift({ ...row, source: name, key, spanMs: inSeconds === true ? 999 : 0 })
      }
      if (newestMs === Number.POSITIVE_INFINITY && rows.length > 0)
        newestMs = rows.reduce((most, { atMs }) => Math.max(most, atMs), Number.NEGATIVE_INFINITY)
      before = rows.every((row) => newRows.includes(row)) ? rows.map(baseOf) : []
      oldestMs = rows.reduce((least, { atMs }) => Math.min(least, atMs), oldestMs)
      return records
    },
  }
}

const signatureOf = ({ atMs, details, value }: Row): string => [atMs, details.code, value].join(' ')
