import type { Family } from '../../src/core/action'
import type { Deviation } from '../../src/core/envelope/drift'
import type { Shape } from './shape-of'

export interface Drift extends Deviation {
  /** The type in the contract; absent for a field that it does not know. */
  readonly expected?: string
}

/** What became of one operation. It has no value of an answer. */
export interface Outcome {
  readonly operation: string
  readonly family: Family
  readonly version?: string
  readonly answered: 'ok' | 'refused' | 'unreadable' | 'no answer' | 'not tried'
  /** The vendor's code of a refusal. */
  readonly code?: number | string
  /** Why it was not tried, or what the refusal means. */
  readonly reason?: string
  readonly drift: readonly Drift[]
  readonly shape?: Shape
}
