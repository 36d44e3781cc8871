import { flatMap } from '../../core/contract/flat-map'
import type { LockContext } from '../shared/lock-context'
import { type LockRecord, type RecordDetails, recordSources } from './lock-record'
import { mediaOf } from './media'
import type { MergedRecord } from './merged-record'

/** One record from several source records; the fields of the richest source take precedence. */
export const toRecord = (
  lock: LockContext,
  { atMs, records }: MergedRecord,
): LockRecord | undefined => {
  const [richest, ...others] = flatMap(recordSources, (name) =>
    records.filter(({ source }) => source === name),
  )
  if (richest === undefined) return undefined
  const all = [richest, ...others]
  const { kind } = richest
  const id = all.map((record) => record.id).find((value) => value !== undefined)
  const files = all.map((record) => record.files ?? []).find(({ length }) => length > 0)
  return {
    ...all.reduceRight(
      (merged, { details }) => Object.assign(merged, details),
      {} as RecordDetails,
    ),
    id: id ?? richest.key,
    atMs,
    kind,
    sources: all.map(({ source }) => source),
    // The key that decrypts the picture stays in the closure, because records are logged and stored.
    ...(files !== undefined && { media: () => mediaOf(lock, kind, files) }),
  }
}
