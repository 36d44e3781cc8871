import { keptParsedBody } from '../core/envelope/parsed-body'
import { readEnvelope } from '../core/envelope/read-envelope'
import { type CodeClass, vendorCode } from '../core/errors/vendor-codes'
import type { TransportAnswer } from '../core/transport/transport'

export interface Refusal {
  readonly class: CodeClass
  /** The cloud's time, milliseconds since 1970. */
  readonly cloudTime: number | undefined
}

/** Lower values are seconds. */
const MIN_MILLISECONDS = 1e12

/** Why the cloud refused; `undefined` if it did not, or if a proxy answered in its place. */
export const refusalOf = (answer: TransportAnswer): Refusal | undefined => {
  if (isInconclusive(answer.statusCode ?? 200)) return undefined
  const parsed = keptParsedBody(answer)
  if (!parsed.ok) return undefined
  const envelope = readEnvelope(parsed.value)
  if (envelope.ok) return undefined
  const cloudTime = Number((parsed.value as { readonly t?: unknown }).t)
  return {
    class: vendorCode('open-api', envelope.code).class,
    cloudTime: cloudTime >= MIN_MILLISECONDS ? cloudTime : undefined,
  }
}

/** True for an HTTP status whose body does not prove whether the request executed. */
export const isInconclusive = (statusCode: number): boolean =>
  statusCode === 408 || statusCode === 429 || statusCode >= 500
