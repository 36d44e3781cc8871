import { factsOf, isOff, kindOfCode } from '../records/source-record'
import type { DoorEvent } from './door-event'
import { valuesIn } from './values-in'

type Distributed<T> = T extends unknown ? Omit<T, 'atMs' | 'source' | 'isLate'> : never
/** An event without its time and source. */
export type EventFacts = Distributed<DoorEvent>

/** The event that a data point reports; undefined for another data point, and for the end of an event. */
export const eventIn = (reportedAs: string, value: unknown): EventFacts | undefined => {
  const { bolt, door } = valuesIn({ [reportedAs]: value })
  if (bolt !== undefined) return { kind: 'bolt', code: reportedAs, value: bolt }
  if (door !== undefined) return { kind: 'door', code: reportedAs, value: door }
  const kind = kindOfCode(reportedAs)
  // A closing has no number, so its value may be empty.
  if (kind === undefined || kind === 'operation' || (kind !== 'closing' && isOff(value)))
    return undefined
  const { method, unlockSn, alarm, code = reportedAs } = factsOf(reportedAs, value, kind).details
  const by = {
    code,
    ...(method !== undefined && { method }),
    ...(unlockSn !== undefined && { unlockSn }),
  }
  if (kind === 'opening') return { kind, ...by }
  if (kind === 'alarm') return { kind, ...by, ...(alarm !== undefined && { alarm }) }
  return { kind, code }
}
