import type { ErrorOrigin } from '../core/errors/sdk-error'
import { describeThrown } from '../core/errors/thrown'
import { TransportError } from '../core/errors/transport-error'
import type { TransportRequest } from '../core/transport/transport'
import {
  type HeaderRecord,
  type HeaderSource,
  hasHeader,
  INVALID_HEADER,
  resolveHeaders,
  secretsIn,
  withJsonBody,
} from './headers'

/** A complete HTTP request. */
export interface HttpRequest {
  readonly url: string
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string
  /** The secret values of the request. */
  readonly secrets: readonly string[]
}

/** The body of the mini-program family; with a version only if the call has one. */
export const actionBody = ({ action, version, params }: TransportRequest) => ({
  action,
  ...(version !== undefined && { version }),
  params,
})

/** The caller's headers; fails with a TransportError if they are invalid or their function fails. */
export const callersHeaders = async (
  origin: ErrorOrigin,
  source: HeaderSource | undefined,
): Promise<HeaderRecord> => {
  try {
    return await resolveHeaders(source)
  } catch (error) {
    const reason =
      error === INVALID_HEADER
        ? 'invalid headers: a name or a value is not plain text'
        : `the function of the headers failed with ${describeThrown(error)}`
    throw new TransportError(origin, { delivery: 'not-sent', reason })
  }
}

/** Names a command, so that a server can recognise a repeat of its request. */
export const IDEMPOTENCY_HEADER = 'idempotency-key'

/** Adds the key of a command, unless the caller set one in any case. */
const withKey = (
  headers: Record<string, string>,
  key: string | undefined,
): Record<string, string> =>
  key === undefined || hasHeader(headers, IDEMPOTENCY_HEADER)
    ? headers
    : { ...headers, [IDEMPOTENCY_HEADER]: key }

/** POST `{action, params}` with the caller's headers; fails with a TransportError like `callersHeaders`. */
export const actionPost = async (
  url: string,
  source: HeaderSource | undefined,
  request: TransportRequest,
): Promise<HttpRequest & { readonly body: string }> => {
  const headers = await callersHeaders(request, source)
  return {
    url,
    method: 'POST',
    headers: withKey(withJsonBody(headers), request.idempotencyKey),
    body: JSON.stringify(actionBody(request)),
    secrets: secretsIn(headers),
  }
}
