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
  const details = all.reduceRight(
    (merged, record) => Object.assign(merged, record.details),
    {} as RecordDetails,
  )
  return {
    ...details,
    ...ownNumberOf(lock, details),
    id: id ?? richest.key,
    atMs,
    kind,
    sources: all.map(({ source }) => source),
    // The key that decrypts the picture stays in the closure, because records are logged and stored.
    ...(files !== undefined && { media: () => mediaOf(lock, kind, files) }),
  }
}

/**
 * The vendor's FAQ for Wi-Fi locks: the cloud sends a temporary password as number x - 900, and the lock adds 900 when it
 * reports. No document says for which Wi-Fi locks; a number under 900 stays, and so does one over 999, as a lock has at most
 * 99 passwords.
 */
const ownNumberOf = (
  { options: { type } }: LockContext,
  { method, unlockSn = 0 }: RecordDetails,
): RecordDetails =>
  type.indexOf('wifi') === 0 &&
  method === 'temporary-password' &&
  unlockSn >= REPORTED_OFFSET &&
  unlockSn < REPORTED_OFFSET + 100
    ? { unlockSn: unlockSn - REPORTED_OFFSET }
    : {}

const REPORTED_OFFSET = 900
