import type { FlowHarness, HarnessOptions } from './flow-harness'
import type { Outcome } from './settle'

/** One run of a flow; the fault matrix repeats it with a fault at every step. */
export interface Scenario {
  /** The flow and its method, for example "temporary passwords: create". */
  readonly flow: string
  /** The families or the data points that the flow uses in this scenario. */
  readonly over: string
  readonly harness: HarnessOptions
  /** The tests inject a lost answer only, under no condition; `npm run faults` runs the whole matrix. */
  readonly isBrief?: true
  /** Runs first, without a fault; its commands are not counted. */
  prepare?(harness: FlowHarness): unknown
  /** The promise settles when the flow has ended; every subscription and timer of the flow must be closed then. */
  run(harness: FlowHarness): Promise<unknown>
  /** Throws if a run violates a rule of this scenario; the rules for all flows are in `check-run.ts`. */
  check?(harness: FlowHarness, outcome: Outcome<unknown>): void
}
