import type { Family } from '../../src/core/action'
import type { Call, SimulatedRequest } from '../exchange'
import type { SampledShape } from '../operations/operation'

/** The wire protocol of a family of operations. */
export interface Protocol {
  readonly family: Family
  /** The call of a request; undefined for a request of another family. */
  read(request: SimulatedRequest): Call | undefined
  /** Refuses a request that is not authenticated. */
  authenticate?(request: SimulatedRequest, call: Call): void
  /** The request of a client of this family for a call. */
  write(call: Call): SimulatedRequest
  /** The body of a success; `sampled` for the vendor's sampled shape. */
  success(result: unknown, t: number, sampled?: SampledShape): unknown
}
