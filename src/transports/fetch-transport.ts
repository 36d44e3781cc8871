import { TransportError } from '../core/errors/transport-error'
import type { FetchLike } from '../core/transport/fetch-like'
import type { Transport, TransportRequest } from '../core/transport/transport'
import { fetchExchange, type HttpRequest } from './fetch-exchange'
import { type HeaderSource, resolveHeaders, secretsIn, withJsonBody } from './headers'

export interface FetchTransportOptions {
  /** Where your server takes `{action, params}` as a POST. */
  readonly url: string
  /** Such as a session; a function is called for every try, and may be async. Their values stand in no error. */
  readonly headers?: HeaderSource
  /** Instead of the platform's own. It must obey `init.redirect`, and never send a request again by itself. */
  readonly fetch?: FetchLike
  /** Milliseconds since 1970, for a `Retry-After` that gives a date. */
  readonly now?: () => number
}

/**
 * Speaks the mini-program family over `fetch`, in Node and in webviews.
 *
 * A browser does not say whether a request that failed had left, so its delivery is always `unknown` there. And an HTTP
 * stack may itself send a request again on a connection that had gone stale: browsers do; Node's fetch does not, but it
 * sends again after HTTP 421.
 */
export const fetchTransport = ({
  url,
  headers,
  fetch,
  now = Date.now,
}: FetchTransportOptions): Transport => ({
  name: 'fetch',
  families: ['mini-program'],
  send: (request) =>
    fetchExchange(request, { fetch, now }, () => httpRequestOf(url, headers, request)),
})

const httpRequestOf = async (
  url: string,
  source: HeaderSource | undefined,
  request: TransportRequest,
): Promise<HttpRequest> => {
  try {
    const { action, version, params } = request
    const headers = await resolveHeaders(source)
    return {
      url,
      method: 'POST',
      headers: withJsonBody(headers),
      body: JSON.stringify({ action, version, params }),
      secrets: secretsIn(headers),
    }
  } catch {
    throw new TransportError(request, {
      delivery: 'not-sent',
      reason: 'the headers could not be made: their function failed, or one is not plain text',
    })
  }
}
