import { readEnvelope } from '../core/envelope/read-envelope'
import { type CodeClass, vendorCode } from '../core/errors/vendor-codes'
import { parseJson } from '../core/json/parse-json'
import type { TransportAnswer } from '../core/transport/transport'

export interface Refusal {
  readonly class: CodeClass
  /** The cloud's time, milliseconds since 1970. */
  readonly cloudTime: number | undefined
}

/** Lower values are seconds. */
const MIN_MILLISECONDS = 1e12

/** Why the cloud refused; `undefined` if it did not, or if a proxy answered in its place. */
export const refusalOf = ({ body, statusCode = 200 }: TransportAnswer): Refusal | undefined => {
  if (isInconclusive(statusCode) || !('text' in body)) return undefined
  const parsed = parseJson(body.text)
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
