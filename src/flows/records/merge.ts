import { type Cluster, isToldBy, place, REACH_MS } from './cluster'
import type { Reader } from './reader'

/** Reads of several sources; waits for all of them, then fails with what the first one failed with. */
export const fillAll = async (readers: readonly Reader[]): Promise<void> => {
  const failures: unknown[] = []
  await Promise.all(
    readers.map((reader) => reader.fill().catch((error: unknown) => failures.push(error))),
  )
  if (failures.length > 0) throw failures[0]
}

/**
 * The events that some sources tell of, newest first, each told once. A source is asked for a page when its rows could
 * be newer than, or about, the next event; after a failure the same can be asked again.
 */
export const mergeReaders = (readers: readonly Reader[]): (() => Promise<Cluster | undefined>) => {
  const open: Cluster[] = []

  return async () => {
    for (;;) {
      const newest = newestOf(open)
      const awaited = readers.filter((reader) => mayTellOf(reader, newest))
      if (awaited.length === 0) {
        if (newest !== undefined) open.splice(open.indexOf(newest), 1)
        return newest
      }
      const empty = awaited.filter((reader) => reader.head() === undefined)
      if (empty.length > 0) await fillAll(empty)
      else takeOne(readers, open)
    }
  }
}

const newestOf = (clusters: readonly Cluster[]): Cluster | undefined =>
  clusters.reduce<Cluster | undefined>(
    (newest, cluster) => (newest !== undefined && newest.atMs >= cluster.atMs ? newest : cluster),
    undefined,
  )

/** It may have something newer, or something about the same event. */
const mayTellOf = (reader: Reader, newest: Cluster | undefined): boolean => {
  const boundMs = reader.boundMs()
  if (boundMs === Number.NEGATIVE_INFINITY) return false
  if (newest === undefined || boundMs > newest.atMs) return true
  return boundMs >= newest.atMs - REACH_MS && !isToldBy(newest, reader.source)
}

const takeOne = (readers: readonly Reader[], open: Cluster[]): void => {
  const next = readers.reduce<Reader | undefined>((best, reader) => {
    const atMs = reader.head()?.atMs
    return atMs === undefined || (best?.head()?.atMs ?? Number.NEGATIVE_INFINITY) >= atMs
      ? best
      : reader
  }, undefined)
  const sighting = next?.take()
  if (sighting === undefined) return
  const { cluster, isNew } = place(sighting, open)
  if (isNew) open.push(cluster)
}
