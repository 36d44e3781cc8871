import type { Failure } from './failure-of'

/** An HTTP answer as plain data, so that a store can keep it. */
export interface GatewayAnswer {
  readonly status: number
  /** The vendor's envelope. */
  readonly body: string
  /** Of a failure; the body contains it too. */
  readonly code?: number | string
  readonly retryAfterMs?: number | undefined
}

/** The fields of every envelope. */
export interface EnvelopeFields {
  /** Milliseconds since 1970, by the cloud's clock if it is known. */
  readonly t: number
  /** Identifies the request in logs, as that of the cloud does. */
  readonly tid: string
}

export const successAnswer = (result: unknown, fields: EnvelopeFields): GatewayAnswer => ({
  status: 200,
  body: JSON.stringify({ success: true, result, ...fields }),
})

export const failureAnswer = (
  { status, code, message, retryAfterMs }: Failure,
  fields: EnvelopeFields,
): GatewayAnswer => ({
  status,
  code,
  body: JSON.stringify({ success: false, code, msg: message, ...fields }),
  retryAfterMs,
})

/** The answer as the platform sends it. A cache must not keep it. */
export const toResponse = ({ status, body, retryAfterMs }: GatewayAnswer): Response =>
  new Response(body, {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(retryAfterMs !== undefined && { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) }),
    },
  })
