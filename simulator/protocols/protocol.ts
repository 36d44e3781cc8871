import type { Family } from '../../src/core/action'
import type { Call, SimulatedRequest } from '../exchange'
import type { SampledShape } from '../operations/operation'

/** How a family of operations speaks on the wire. */
export interface Protocol {
  readonly family: Family
  /** What a request asks for; nothing for a request that is not of this family. */
  read(request: SimulatedRequest): Call | undefined
  /** Refuses a request whose sender the cloud does not believe. */
  authenticate?(request: SimulatedRequest, call: Call): void
  /** The request by which a client of this family makes a call. */
  write(call: Call): SimulatedRequest
  /** The body of a success; `sampled` if the vendor's sampled shape is wanted. */
  success(result: unknown, t: number, sampled?: SampledShape): unknown
  refusal(code: number, msg: string, t: number): unknown
}
