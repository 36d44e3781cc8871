import { readEnvelope } from '../core/envelope/read-envelope'
import { type CodeClass, vendorCode } from '../core/errors/vendor-codes'
import { parseJson } from '../core/json/parse-json'
import type { TransportAnswer } from '../core/transport/transport'

export interface Refusal {
  readonly class: CodeClass
  /** What the cloud's clock said, in milliseconds since 1970. */
  readonly cloudTime: number | undefined
}

/** Seconds are shorter. */
const SHORTEST_MILLISECONDS = 1e12

/** Why the cloud said no; `undefined` where it did not, or where it was a gateway that answered for it. */
export const refusalOf = ({ body, statusCode = 200 }: TransportAnswer): Refusal | undefined => {
  if (saysNothing(statusCode) || !('text' in body)) return undefined
  const parsed = parseJson(body.text)
  if (!parsed.ok) return undefined
  const envelope = readEnvelope(parsed.value)
  if (envelope.ok) return undefined
  const cloudTime = Number((parsed.value as { readonly t?: unknown }).t)
  return {
    class: vendorCode('open-api', envelope.code).class,
    cloudTime: cloudTime >= SHORTEST_MILLISECONDS ? cloudTime : undefined,
  }
}

/** True for an HTTP status after which a code in the body does not tell what became of the request. */
export const saysNothing = (statusCode: number): boolean =>
  statusCode === 408 || statusCode === 429 || statusCode >= 500
