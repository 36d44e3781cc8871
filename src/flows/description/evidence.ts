import type { DpRow } from '../../data-points/dp-schema'
import type { TypeEvidence } from './lock-type-of'

/** What one source reports about a lock. */
export interface Evidence extends Omit<TypeEvidence, 'schema'> {
  /** All data points of the lock; empty if the source does not have them. */
  readonly rows: readonly DpRow[]
  /** Some of its data points, if the source does not have all. */
  readonly someRows?: readonly DpRow[]
}
