import type { RecordSource } from './lock-record'
import { isStandardCode, type Sighting } from './sighting'

/** Clouds write an event down in several places, and not in the same moment. */
const TOLERANCE_MS = 1000
/** A row that is older by more is about another event: the tolerance, and the rest of a second. */
export const REACH_MS = 2000

/** One event, and who told it: no source twice. */
export interface Cluster {
  atMs: number
  spanMs: number
  readonly sightings: Sighting[]
}

export const clusterOf = (sighting: Sighting): Cluster => ({
  atMs: sighting.atMs,
  spanMs: sighting.spanMs,
  sightings: [sighting],
})

export const isToldBy = ({ sightings }: Cluster, source: RecordSource): boolean =>
  sightings.some((sighting) => sighting.source === source)

/** Finds the event that a source tells of too, or opens one. */
export const place = (
  sighting: Sighting,
  clusters: readonly Cluster[],
): { readonly cluster: Cluster; readonly isNew: boolean } => {
  let nearest: Cluster | undefined
  let least = Number.POSITIVE_INFINITY
  for (const cluster of clusters) {
    const distance = distanceTo(cluster, sighting)
    if (distance >= least) continue
    nearest = cluster
    least = distance
  }
  if (nearest === undefined) return { cluster: clusterOf(sighting), isNew: true }
  nearest.sightings.push(sighting)
  if (sighting.spanMs < nearest.spanMs) {
    nearest.atMs = sighting.atMs
    nearest.spanMs = sighting.spanMs
  }
  return { cluster: nearest, isNew: false }
}

/** Infinite where it cannot be the same event: two openings that one source tells are two, however near. */
const distanceTo = (cluster: Cluster, sighting: Sighting): number => {
  const { sightings } = cluster
  if (isToldBy(cluster, sighting.source)) return Number.POSITIVE_INFINITY
  if (sightings.some((other) => hasIdOf(other, sighting))) return -1
  if (!sightings.every((other) => mayBeSame(other, sighting))) return Number.POSITIVE_INFINITY
  const gapMs = Math.max(
    cluster.atMs - (sighting.atMs + sighting.spanMs),
    sighting.atMs - (cluster.atMs + cluster.spanMs),
    0,
  )
  if (gapMs > TOLERANCE_MS) return Number.POSITIVE_INFINITY
  const sameNumber = sightings.every((other) => agree(other, sighting, 'unlockSn'))
  return sameNumber ? gapMs : gapMs + TOLERANCE_MS
}

/** The ids of `operateRecords` are numbers of their own, all others are those of records (documents 001, 004). */
const isLog = ({ source }: Sighting): boolean => source === 'doorLock.operateRecords'

const hasIdOf = (one: Sighting, other: Sighting): boolean =>
  one.id !== undefined && one.id === other.id && isLog(one) === isLog(other)

const mayBeSame = (one: Sighting, other: Sighting): boolean => {
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

/** What only one of them tells is no contradiction. */
const agree = (
  { details: one }: Sighting,
  { details: other }: Sighting,
  name: 'alarm' | 'userId' | 'userName' | 'unlockSn',
): boolean => one[name] === undefined || other[name] === undefined || one[name] === other[name]
