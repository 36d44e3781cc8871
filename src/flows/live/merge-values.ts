import { LAG_MS } from '../shared/read-back'
import type { DoorSource, DoorState, DoorValues, Reading } from './door-state'

/** The time of a report that a host repeats. It replaces nothing. */
export const UNKNOWN_TIME = 0

/** Values of one source. */
export interface Observed {
  readonly values: Partial<DoorValues>
  readonly atMs: number
  readonly source: DoorSource
  /** The source does not show when the lock reported: the values may be as old as the cloud lags. */
  readonly isUndated?: boolean
}

/** Adds the values of a source. Newer values win; a report is always new, and an answer never replaces a newer report. */
export const mergeValues = (state: DoorState, observed: Observed, nowMs: number): DoorState => {
  const { values, atMs, source } = observed
  let next: DoorState = state
  for (const name of Object.keys(values) as (keyof DoorValues)[]) {
    const known = state[name]
    if (known !== undefined && !replaces(observed, name, known, nowMs)) continue
    next = { ...next, [name]: { value: values[name], atMs, source } }
  }
  if (next.online?.value !== false || next.via === undefined) return next
  // An offline lock is not reached.
  const { via: _, ...offline } = next
  return offline
}

const replaces = (
  { atMs, source, values, isUndated = false }: Observed,
  name: keyof DoorValues,
  known: Reading<unknown>,
  nowMs: number,
): boolean => {
  // A level is less exact than a percentage.
  if (name === 'battery' && isPercentage(known.value) && !isPercentage(values.battery)) return false
  // The host reaches the lock by itself, also where the cloud cannot.
  if (source === 'cloud' && known.source === 'host' && isConnection(name)) return false
  if (source === 'data-points') return true
  // Of a clock that was set back; and a record may be listed late.
  if (known.atMs > nowMs || known.value === null) return true
  // The host receives every report, and the cloud lags.
  if (atMs === UNKNOWN_TIME) return false
  if (source === 'host') return known.source !== 'data-points' || atMs > known.atMs
  const lagMs = isUndated && known.source === 'data-points' ? LAG_MS : 0
  return atMs - lagMs > known.atMs
}

const isPercentage = (battery: unknown): boolean =>
  typeof battery === 'object' && battery !== null && 'percent' in battery

const isConnection = (name: keyof DoorValues): boolean => name === 'online' || name === 'via'
