import type { FetchLike } from '../core/transport/fetch-like'
import type { Transport } from '../core/transport/transport'
import { fetchExchange } from './fetch-exchange'
import type { HeaderSource } from './headers'
import { actionPost } from './http-request'

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
    fetchExchange(request, { fetch, now }, () => actionPost(url, headers, request)),
})
