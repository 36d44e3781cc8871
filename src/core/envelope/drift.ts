import type { Errors } from 'io-ts'
import { issuesOf } from '../errors/issue'

/** One deviation of an answer from its contract, which was passed over; never the value. */
export interface Deviation {
  /** For example `records[].phone`: all rows with the same deviation are one. */
  readonly path: string
  readonly message: string
  readonly count: number
}

/** The most deviations that one event lists. */
const MAX_LISTED = 20

/** The deviations of an answer, equal ones counted. */
export const deviationsOf = (drift: Errors): readonly Deviation[] => {
  const counts = new Map<string, Deviation>()
  for (const { path, message } of issuesOf(drift)) {
    const shared = path.replace(/\[\d+\]/g, '[]')
    const key = `${shared} ${message}`
    const known = counts.get(key)
    if (known === undefined && counts.size === MAX_LISTED) continue
    counts.set(key, { path: shared, message, count: (known?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}
