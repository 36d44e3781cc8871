import { flatMap } from '../../core/contract/flat-map'
import type { LockContext } from '../shared/lock-context'
import type { Cluster } from './cluster'
import { type LockRecord, recordSources } from './lock-record'
import { mediaOf } from './media'

/** One record of what several sources tell; the richest has the last word. */
export const toRecord = (
  lock: LockContext,
  { atMs, sightings }: Cluster,
): LockRecord | undefined => {
  const [richest, ...others] = flatMap(recordSources, (name) =>
    sightings.filter(({ source }) => source === name),
  )
  if (richest === undefined) return undefined
  const all = [richest, ...others]
  const { kind } = richest
  const id = all.map((sighting) => sighting.id).find((known) => known !== undefined)
  const files = all.map((sighting) => sighting.files ?? []).find(({ length }) => length > 0)
  return {
    ...Object.assign({}, ...[...all].reverse().map(({ details }) => details)),
    id: id ?? richest.key,
    atMs,
    kind,
    sources: all.map(({ source }) => source),
    // A key stays in here: it decrypts the picture, and records are logged and kept.
    ...(files !== undefined && { media: () => mediaOf(lock, kind, files) }),
  }
}
