import type { RefusalReason } from '../../../simulator/refusal'
import type { GatewayCode } from '../../../src/core/errors/gateway-codes'

/** The texts of the tables of errors, which the sources have in English. */
export interface ErrorTexts {
  /** What a code of the cloud or of the container means. */
  readonly meaning: (english: string) => string
  /** What a developer can do about a code. */
  readonly advice: (english: string) => string
  /** Why the gateway refuses with a code. */
  readonly gatewayCause: (code: GatewayCode, english: string) => string
  /** Why the simulated cloud refuses a request. */
  readonly refusal: (reason: RefusalReason) => string
}

export const english: ErrorTexts = {
  meaning: (text) => text,
  advice: (text) => text,
  gatewayCause: (_, text) => text,
  refusal: (reason) => reason,
}
