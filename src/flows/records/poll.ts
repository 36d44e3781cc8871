import { type MergedRecord, mergeInto } from './merged-record'
import type { FirstPage, Reader } from './reader'
import type { SourceRecord } from './source-record'

/** The newest known rows of a source. Rows older than `floorMs` were never read. */
export interface Watermark {
  readonly keys: ReadonlySet<string>
  readonly floorMs: number
}

/** The result of one poll of a source. */
export interface PollResult {
  readonly watermark: Watermark
  /** New records; none in the first poll of a source. */
  readonly fresh: readonly SourceRecord[]
  /** The records of the first poll. */
  readonly old: readonly SourceRecord[]
}

export const watermarkOf = ({ rows, floorMs }: FirstPage): Watermark => ({
  keys: new Set(rows.map(({ key }) => key)),
  floorMs,
})

/**
 * Reads the newest rows, and further pages up to a known row. A row below the floor is not new: it moved up because
 * another one was deleted. In the first poll, only events after `sinceMs` are new.
 */
export const poll = async (
  reader: Reader,
  watermark: Watermark | undefined,
  sinceMs: number,
): Promise<PollResult> => {
  const rows: SourceRecord[] = []
  do {
    await reader.fill()
    for (let row = reader.take(); row !== undefined; row = reader.take()) rows.push(row)
  } while (
    watermark !== undefined &&
    reader.boundMs() > watermark.floorMs &&
    !rows.some(({ key }) => watermark.keys.has(key))
  )
  const isFresh = ({ key, atMs, spanMs }: SourceRecord) =>
    watermark === undefined
      ? atMs + spanMs > sinceMs
      : !watermark.keys.has(key) && atMs > watermark.floorMs
  return {
    watermark: watermarkOf({ rows, floorMs: reader.floorMs() }),
    fresh: rows.filter(isFresh),
    old: watermark === undefined ? rows.filter((row) => !isFresh(row)) : [],
  }
}

/** Enough, because another source lists an event soon or never. */
const MAX_KNOWN = 500

/** The known events of a live view; returns the new ones, oldest first. */
export const createMemory = () => {
  const known: MergedRecord[] = []

  return (
    fresh: readonly SourceRecord[],
    old: readonly SourceRecord[],
  ): readonly MergedRecord[] => {
    const opened: MergedRecord[] = []
    for (const record of newestFirst(fresh)) {
      const { merged, isNew } = mergeInto(record, known)
      if (!isNew) continue
      known.push(merged)
      opened.push(merged)
    }
    for (const record of newestFirst(old)) {
      const { merged, isNew } = mergeInto(record, known)
      if (isNew) known.push(merged)
    }
    known.sort((one, other) => other.atMs - one.atMs)
    known.splice(MAX_KNOWN)
    return opened.reverse().sort((one, other) => one.atMs - other.atMs)
  }
}

const newestFirst = (records: readonly SourceRecord[]): readonly SourceRecord[] =>
  [...records].sort((one, other) => other.atMs - one.atMs)
