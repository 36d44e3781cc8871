import { TransportError } from '../core/errors/transport-error'
import type { TransportRequest } from '../core/transport/transport'
import { type HeaderSource, resolveHeaders, secretsIn, withJsonBody } from './headers'

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

/** POST `{action, params}` with the caller's headers; fails with a TransportError where they cannot be made. */
export const actionPost = async (
  url: string,
  source: HeaderSource | undefined,
  request: TransportRequest,
): Promise<HttpRequest & { readonly body: string }> => {
  try {
    const headers = await resolveHeaders(source)
    return {
      url,
      method: 'POST',
      headers: withJsonBody(headers),
      body: JSON.stringify(actionBody(request)),
      secrets: secretsIn(headers),
    }
  } catch {
    throw new TransportError(request, {
      delivery: 'not-sent',
      reason: 'the headers could not be made: their function failed, or one is not plain text',
    })
  }
}
