import type { ErrorOrigin } from '../core/errors/sdk-error'
import { TransportError } from '../core/errors/transport-error'
import type { TransportRequest } from '../core/transport/transport'
import {
  type HeaderRecord,
  type HeaderSource,
  resolveHeaders,
  secretsIn,
  withJsonBody,
} from './headers'

/** A request that is ready to go over HTTP. */
export interface HttpRequest {
  readonly url: string
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string
  /** What of it no message may repeat. */
  readonly secrets: readonly string[]
}

/** How the mini-program family stands on the wire; a version only where the call has one. */
export const actionBody = ({ action, version, params }: TransportRequest) => ({
  action,
  ...(version !== undefined && { version }),
  params,
})

/** The caller's own headers; fails with a TransportError where they cannot be made. */
export const callersHeaders = async (
  origin: ErrorOrigin,
  source: HeaderSource | undefined,
): Promise<HeaderRecord> => {
  try {
    return await resolveHeaders(source)
  } catch {
    throw new TransportError(origin, {
      delivery: 'not-sent',
      reason: 'the headers could not be made: their function failed, or one is not plain text',
    })
  }
}

/** POST `{action, params}` with the caller's headers; fails with a TransportError where they cannot be made. */
export const actionPost = async (
  url: string,
  source: HeaderSource | undefined,
  request: TransportRequest,
): Promise<HttpRequest & { readonly body: string }> => {
  const headers = await callersHeaders(request, source)
  return {
    url,
    method: 'POST',
    headers: withJsonBody(headers),
    body: JSON.stringify(actionBody(request)),
    secrets: secretsIn(headers),
  }
}
