import { type Cluster, place } from './cluster'
import type { FirstPage, Reader } from './reader'
import type { Sighting } from './sighting'

/** What is known of the newest rows of a source; what is older than `floorMs` was never watched. */
export interface Watch {
  readonly keys: ReadonlySet<string>
  readonly floorMs: number
}

/** What one source shows now. */
export interface Look {
  readonly watch: Watch
  /** Unknown until now; none in the first look of a source. */
  readonly fresh: readonly Sighting[]
  /** What a first look finds there. */
  readonly old: readonly Sighting[]
}

export const watchOf = ({ rows, floorMs }: FirstPage): Watch => ({
  keys: new Set(rows.map(({ key }) => key)),
  floorMs,
})

/**
 * Reads the newest rows, and on until a known one. A row beneath the floor is not new: it came up because another one
 * was deleted. In a first look only what happened after `sinceMs` is fresh.
 */
export const look = async (
  reader: Reader,
  watch: Watch | undefined,
  sinceMs: number,
): Promise<Look> => {
  const rows: Sighting[] = []
  do {
    await reader.fill()
    for (let row = reader.take(); row !== undefined; row = reader.take()) rows.push(row)
  } while (
    watch !== undefined &&
    reader.boundMs() > watch.floorMs &&
    !rows.some(({ key }) => watch.keys.has(key))
  )
  const isFresh = ({ key, atMs, spanMs }: Sighting) =>
    watch === undefined ? atMs + spanMs > sinceMs : !watch.keys.has(key) && atMs > watch.floorMs
  return {
    watch: watchOf({ rows, floorMs: reader.floorMs() }),
    fresh: rows.filter(isFresh),
    old: watch === undefined ? rows.filter((row) => !isFresh(row)) : [],
  }
}

/** More are never needed: another source tells of an event soon, or not at all. */
const MOST_KEPT = 500

/** The events that a live view knows; gives those that were unknown, oldest first. */
export const createMemory = () => {
  const known: Cluster[] = []

  return (fresh: readonly Sighting[], old: readonly Sighting[]): readonly Cluster[] => {
    const opened: Cluster[] = []
    for (const sighting of newestFirst(fresh)) {
      const { cluster, isNew } = place(sighting, known)
      if (!isNew) continue
      known.push(cluster)
      opened.push(cluster)
    }
    for (const sighting of newestFirst(old)) {
      const { cluster, isNew } = place(sighting, known)
      if (isNew) known.push(cluster)
    }
    known.sort((one, other) => other.atMs - one.atMs)
    known.splice(MOST_KEPT)
    return opened.reverse().sort((one, other) => one.atMs - other.atMs)
  }
}

const newestFirst = (sightings: readonly Sighting[]): readonly Sighting[] =>
  [...sightings].sort((one, other) => other.atMs - one.atMs)
