import type { Outcome } from './settle'
import type { Stage, StageOptions } from './stage'

/** One run of a flow, which the fault matrix repeats with a fault at every step in turn. */
export interface Scenario {
  /** As in "temporary passwords: create". */
  readonly flow: string
  /** The families that carry it here, or the data points. */
  readonly over: string
  readonly stage: StageOptions
  /** Before the run; nothing goes wrong meanwhile, and its orders do not count. */
  prepare?(stage: Stage): unknown
  /** Gives a promise that settles when the flow is over; everything that it opened must be closed then. */
  run(stage: Stage): Promise<unknown>
  /** What must hold after every run beside the rules for all flows; throws where it does not. */
  check?(stage: Stage, outcome: Outcome<unknown>): void
}
