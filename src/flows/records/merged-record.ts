import type { RecordSource } from './lock-record'
import { isStandardCode, type SourceRecord } from './source-record'

/** The cloud stores an event in several lists, not at exactly the same time. */
const TOLERANCE_MS = 1000
/** A row that is older by more belongs to another event: the tolerance, and the rest of a second. */
export const REACH_MS = 2000

/** One event, with at most one record of each source; without `merge` of one source. */
export interface MergedRecord {
  atMs: number
  spanMs: number
  readonly records: SourceRecord[]
}

export const mergedRecordOf = (record: SourceRecord): MergedRecord => ({
  atMs: record.atMs,
  spanMs: record.spanMs,
  records: [record],
})

export const isFromSource = ({ records }: MergedRecord, source: RecordSource): boolean =>
  records.some((record) => record.source === source)

/** Merges a source record into the event that it belongs to, or creates a new one. */
export const mergeInto = (
  record: SourceRecord,
  candidates: readonly MergedRecord[],
): { readonly merged: MergedRecord; readonly isNew: boolean } => {
  let closest: MergedRecord | undefined
  let minDistance = Number.POSITIVE_INFINITY
  for (const merged of candidates) {
    const distance = distanceTo(merged, record)
    if (distance >= minDistance) continue
    closest = merged
    minDistance = distance
  }
  if (closest === undefined) return { merged: mergedRecordOf(record), isNew: true }
  closest.records.push(record)
  if (record.spanMs < closest.spanMs) {
    closest.atMs = record.atMs
    closest.spanMs = record.spanMs
  }
  return { merged: closest, isNew: false }
}

/** Infinite if it cannot be the same event. Two records of one source are always two events. */
const distanceTo = (merged: MergedRecord, record: SourceRecord): number => {
  const { records } = merged
  if (isFromSource(merged, record.source)) return Number.POSITIVE_INFINITY
  if (records.some((other) => hasSameId(other, record))) return -1
  if (!records.every((other) => isCompatible(other, record))) return Number.POSITIVE_INFINITY
  const gapMs = Math.max(
    merged.atMs - (record.atMs + record.spanMs),
    record.atMs - (merged.atMs + merged.spanMs),
    0,
  )
  if (gapMs > TOLERANCE_MS) return Number.POSITIVE_INFINITY
  const sameNumber = records.every((other) => agree(other, record, 'unlockSn'))
  return sameNumber ? gapMs : gapMs + TOLERANCE_MS
}

/** `operateRecords` has its own numbers; all other sources share the ids of records (documents 001, 004). */
const isLog = ({ source }: SourceRecord): boolean => source === 'doorLock.operateRecords'

const hasSameId = (one: SourceRecord, other: SourceRecord): boolean =>
  one.id !== undefined && one.id === other.id && isLog(one) === isLog(other)

const isCompatible = (one: SourceRecord, other: SourceRecord): boolean => {
  if (one.kind !== other.kind) return false
  if (one.id !== undefined && other.id !== undefined && isLog(one) === isLog(other)) return false
  const { code } = one.details
  if (isStandardCode(code) && isStandardCode(other.details.code) && code !== other.details.code)
    return false
  return (
    agree(one, other, 'alarm') &&
    (one.details.userId !== undefined && other.details.userId !== undefined
      ? agree(one, other, 'userId')
      : agree(one, other, 'userName'))
  )
}

/** A field that only one of them has is no contradiction. */
const agree = (
  { details: one }: SourceRecord,
  { details: other }: SourceRecord,
  name: 'alarm' | 'userId' | 'userName' | 'unlockSn',
): boolean => one[name] === undefined || other[name] === undefined || one[name] === other[name]
