import type { RecordKind, RecordSource } from './lock-record'
import type { CheckedQuery } from './query'
import type { Source } from './source'

/** Selects the source of each kind. */
export interface Selection {
  /** Whether rows of this kind are read from this source; with a time, only rows that no richer source has returned. */
  readonly reads: (name: RecordSource, kind: RecordKind, atMs?: number) => boolean
  readonly isNeeded: (source: Source) => boolean
  /** The next richest source replaces a source that has returned all its rows down to `boundMs`. */
  readonly replace: (name: RecordSource, boundMs: number) => void
  /** Changes with each replaced source. */
  readonly version: () => number
}

/**
 * The richest source of each kind, because sources have different times for one event, and can then not be merged. With
 * `merge`, every source.
 */
export const createSelection = ({ sources, kinds, merge }: CheckedQuery): Selection => {
  const replaced = new Map<RecordSource, number>()
  const lists = (kind: RecordKind) => (source: Source) => source.kinds.includes(kind)

  const reads: Selection['reads'] = (name, kind, atMs = Number.NEGATIVE_INFINITY) => {
    if (merge) return true
    const listing = sources.filter(lists(kind))
    const at = listing.findIndex((source) => source.name === name)
    // A row of a kind that the source does not declare is read if no other source declares it.
    if (at < 0) return listing.length === 0
    return listing
      .slice(0, at)
      .every((richer) => atMs < (replaced.get(richer.name) ?? Number.NEGATIVE_INFINITY))
  }
  return {
    reads,
    isNeeded: (source) =>
      !replaced.has(source.name) &&
      kinds.some((kind) => lists(kind)(source) && reads(source.name, kind)),
    replace: (name, boundMs) => {
      if (!replaced.has(name)) replaced.set(name, boundMs)
    },
    version: () => replaced.size,
  }
}
