import type { Drift } from '../contract/contract'
import { issuesOf } from '../errors/issue'

/** One deviation of an answer from its contract, which was passed over; never the value. */
export interface Deviation {
  /** For example `records[].phone`: all rows with the same deviation are one. */
  readonly path: string
  /** What the contract expected there. */
  readonly message: string
  /** The number of rows with this deviation. */
  readonly count: number
}

/** The most deviations that one event lists. */
const MAX_LISTED = 20

/** The deviations of an answer, equal ones counted. */
export const deviationsOf = (drift: Drift): readonly Deviation[] => {
  const counts = new Map<string, Deviation>()
  issuesOf(drift).forEach(({ path, message }, index) => {
    const shared = path.replace(/\[\d+\]/g, '[]')
    const key = `${shared} ${message}`
    const known = counts.get(key)
    if (known === undefined && counts.size === MAX_LISTED) return
    const count = (known?.count ?? 0) + (drift[index]?.count ?? 1)
    counts.set(key, { path: shared, message, count })
  })
  return [...counts.values()]
}
