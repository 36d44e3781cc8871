import type { Action } from '../action'
import type { Drift } from '../contract/contract'
import { secretsOf } from '../contract/secrets-of'
import { issuesOf } from '../errors/issue'
import { ResponseError } from '../errors/response-error'
import type { ErrorOrigin } from '../errors/sdk-error'
import { TransportError } from '../errors/transport-error'
import { VendorError } from '../errors/vendor-error'
import { mayResolve } from '../transport/host-calls'
import type { TransportAnswer } from '../transport/transport'
import { parsedBody } from './parsed-body'
import { readEnvelope } from './read-envelope'

export interface AnswerReading {
  /** A deviation from the contract is an error. */
  readonly isStrict?: boolean
  /** Called with the deviations that were passed over, if there are any. */
  readonly onDrift?: (drift: Drift) => void
  /** Called with the `t` of an envelope. */
  readonly onTime?: ((t: unknown) => void) | undefined
}

/** Unwraps the envelope of an answer and decodes its result; throws an SdkError for every other answer. */
export const readAnswer = (
  action: Action,
  params: unknown,
  answer: TransportAnswer,
  origin: ErrorOrigin,
  reading: AnswerReading = {},
): unknown => {
  const { statusCode, contentType, retryAfterMs, containerCode, meaning, secrets = [] } = answer
  const parsed = parsedBody(answer)
  const envelope = parsed.ok ? readEnvelope(parsed.value) : undefined
  if (envelope?.t !== undefined) reading.onTime?.(envelope.t)
  if (envelope?.ok === false)
    throw new VendorError(origin, {
      ...envelope,
      statusCode,
      retryAfterMs,
      containerCode,
      meaning,
      secrets: [...secrets, ...secretsOf(action.params, params)],
    })
  if (statusCode !== undefined && statusCode >= 400)
    throw new TransportError(origin, {
      delivery: 'unknown',
      reason: `${received(statusCode, contentType)} without a vendor answer${isSignIn(statusCode) ? ': check the session in the headers' : ''}`,
      statusCode,
      retryAfterMs,
    })
  if (envelope === undefined)
    throw new TransportError(origin, {
      delivery: 'unknown',
      reason: `the answer is not JSON, or is incomplete (${received(statusCode, contentType)})`,
      statusCode,
    })
  return decodeResult(action, envelope.result, origin, reading)
}

/** Reads tolerantly where the contract can: an app's own io-ts codec is always strict. */
export const decodeResult = (
  action: Action,
  result: unknown,
  origin: ErrorOrigin,
  reading: AnswerReading = {},
): unknown => {
  const decoded = decodedBy(action, result, origin, reading)
  if (mayResolve(decoded)) return decoded
  throw new ResponseError(origin, [
    { path: 'then', message: 'expected data, not a promise or an object that cannot be read' },
  ])
}

const decodedBy = (
  { result: contract }: Action,
  result: unknown,
  origin: ErrorOrigin,
  { isStrict = false, onDrift }: AnswerReading,
): unknown => {
  if (!isStrict && contract.readTolerantly !== undefined) {
    const read = contract.readTolerantly(result)
    if (!read.ok) throw new ResponseError(origin, issuesOf(read.errors))
    if (read.drift.length > 0) onDrift?.(read.drift)
    return read.value
  }
  const decoded = contract.decode(result)
  if (decoded._tag === 'Left') throw new ResponseError(origin, issuesOf(decoded.left))
  return decoded.right
}

/** A login page or the page of a proxy is recognised by these two. */
const received = (
  statusCode: number | undefined,
  contentType: string | null | undefined,
): string => {
  const mediaType = /^[\w.+-]{1,40}\/[\w.+-]{1,60}/.exec(contentType ?? '')?.[0]
  const status = statusCode === undefined ? 'no HTTP status' : `HTTP status ${statusCode}`
  return mediaType === undefined ? status : `${status}, content type ${mediaType}`
}

const isSignIn = (statusCode: number): boolean => statusCode === 401 || statusCode === 403
