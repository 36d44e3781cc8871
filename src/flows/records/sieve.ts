import type { Row, Sighting } from './sighting'
import type { Source } from './source'

/** Tells the rows of a page that were read before from those that were not: pages move while they are read. */
export interface Sieve {
  /** Whether a row without an id may be one that was read before: it is the same, or says the same. */
  readonly isDoubtful: (rows: readonly Row[]) => boolean
  /**
   * The new rows of a page, newest first, as sightings. `again` are the rows of the pages before it, read a second time:
   * what slid there is among them, and they show whether anything moved.
   */
  readonly take: (rows: readonly Row[], again: readonly Row[]) => readonly Sighting[]
}

export const createSieve = ({ name, inSeconds, isKeyed }: Source): Sieve => {
  /** How often a row of that base was read; above 1 for rows without ids that say the same. */
  const read = new Map<string, number>()
  /** Of the last page, if all of it was new. */
  let before: readonly string[] = []
  /** What is newer came after the first page: a live view tells it. */
  let newestMs = Number.POSITIVE_INFINITY
  let oldestMs = Number.POSITIVE_INFINITY

  const baseOf = (row: Row) => `${name} ${row.id ?? signatureOf(row)}`

  /** Leaves out each row as often as it was read: of those that say the same the newest were. */
  const withoutRead = (rows: readonly Row[]): readonly Row[] => {
    const left = new Map(read)
    return rows.filter((row) => {
      const base = baseOf(row)
      const count = left.get(base) ?? 0
      left.set(base, row.id === undefined ? count - 1 : 1)
      return count <= 0
    })
  }

  const unread = (rows: readonly Row[], again: readonly Row[]): readonly Row[] => {
    const bases = again.map(baseOf)
    const hasStayed =
      isKeyed === true ||
      (bases.length === before.length && bases.every((base, index) => base === before[index]))
    if (hasStayed) return rows.filter((row) => row.id === undefined || !read.has(baseOf(row)))
    return withoutRead([...again.filter(({ atMs }) => atMs <= oldestMs), ...rows])
  }

  return {
    isDoubtful: (rows) =>
      isKeyed !== true && rows.some((row) => row.id === undefined && read.has(baseOf(row))),
    take: (rows, again) => {
      const fresh = unread(rows, again).filter(({ atMs }) => atMs <= newestMs)
      const sightings: Sighting[] = []
      // Numbered from the oldest on, so that a newer one changes no key.
      for (const row of [...fresh].reverse().sort((one, other) => one.atMs - other.atMs)) {
        const base = baseOf(row)
        const count = (read.get(base) ?? 0) + 1
        read.set(base, count)
        const key = count === 1 ? base : `${base} ${count}`
        sightings.unshift({ ...row, source: name, key, spanMs: inSeconds === true ? 999 : 0 })
      }
      if (newestMs === Number.POSITIVE_INFINITY && rows.length > 0)
        newestMs = Math.max(...rows.map(({ atMs }) => atMs))
      before = rows.every((row) => fresh.includes(row)) ? rows.map(baseOf) : []
      oldestMs = rows.reduce((least, { atMs }) => Math.min(least, atMs), oldestMs)
      return sightings
    },
  }
}

const signatureOf = ({ atMs, details, value }: Row): string => [atMs, details.code, value].join(' ')
