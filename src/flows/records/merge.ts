import { isFromSource, type MergedRecord, mergeInto, REACH_MS } from './merged-record'
import type { Reader } from './reader'
import type { SourceRecord } from './source-record'

/**
 * Reads the next page of several sources; waits for all, then fails with the first failure. `leaveOut` may
 * replace a reader in place of its failure.
 */
const fillMissing = async (readers: readonly Reader[], leaveOut: LeaveOut): Promise<void> => {
  const failures: unknown[] = []
  await Promise.all(
    readers.map((reader) =>
      reader.fill().catch((error: unknown) => {
        if (!leaveOut(reader, error)) failures.push(error)
      }),
    ),
  )
  if (failures.length > 0) throw failures[0]
}

/** Returns whether the source is left out because of this error. */
export type LeaveOut = (reader: Reader, error: unknown) => boolean

/**
 * Merges sources into one sequence of events, newest first. A page of a source is read when its rows could be newer than
 * the next event, or belong to it; after a failure it can be read again.
 */
export const mergeReaders = (
  readers: readonly Reader[],
  leaveOut: LeaveOut,
): (() => Promise<MergedRecord | undefined>) => {
  const open: MergedRecord[] = []

  return async () => {
    for (;;) {
      const newest = newestOf(open)
      const contributing = readers.filter((reader) => mayContribute(reader, newest))
      if (contributing.length === 0) {
        if (newest !== undefined) open.splice(open.indexOf(newest), 1)
        return newest
      }
      const next = readerOfNewestRow(readers)
      // An older page is not read before the rows that are newer than all of it: a source whose rows are all read from
      // another one would otherwise be read to its end.
      const empty = contributing.filter(
        (reader) => reader.head() === undefined && reader.boundMs() > headTimeOf(next),
      )
      if (empty.length > 0) await fillMissing(empty, leaveOut)
      else mergeRow(next?.take(), open)
    }
  }
}

const newestOf = (candidates: readonly MergedRecord[]): MergedRecord | undefined =>
  candidates.reduce<MergedRecord | undefined>(
    (newest, merged) => (newest !== undefined && newest.atMs >= merged.atMs ? newest : merged),
    undefined,
  )

/** The source may have a newer row, or a row of the same event. */
const mayContribute = (reader: Reader, newest: MergedRecord | undefined): boolean => {
  const boundMs = reader.boundMs()
  if (boundMs === Number.NEGATIVE_INFINITY) return false
  if (newest === undefined || boundMs > newest.atMs) return true
  return boundMs >= newest.atMs - REACH_MS && !isFromSource(newest, reader.source)
}

/** The time of the next row, if it was read. */
const headTimeOf = (reader: Reader | undefined): number =>
  reader?.head()?.atMs ?? Number.NEGATIVE_INFINITY

const readerOfNewestRow = (readers: readonly Reader[]): Reader | undefined =>
  readers.reduce<Reader | undefined>(
    (best, reader) => (headTimeOf(reader) > headTimeOf(best) ? reader : best),
    undefined,
  )

const mergeRow = (record: SourceRecord | undefined, open: MergedRecord[]): void => {
  if (record === undefined) return
  const { merged, isNew } = mergeInto(record, open)
  if (isNew) open.push(merged)
}
