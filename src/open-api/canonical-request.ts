import { expandRoute, type RouteCall, urlEncoded, urlText } from '../core/route/expand-route'

export type { RouteCall } from '../core/route/expand-route'

/** An unsigned request of the vendor's REST interface. */
export interface CanonicalRequest {
  readonly method: string
  /** The encoded path and query. */
  readonly wireUrl: string
  /** The form that the signature covers: the query is sorted and not URL-encoded. */
  readonly signedUrl: string
  /** Empty without a body. */
  readonly body: string
}

/** No value can change the route: one that cannot be encoded is a ParamsError. */
export const canonicalRequest = (call: RouteCall): CanonicalRequest => {
  const { method, path, query, body } = expandRoute(call)
  const pairs = Object.entries(query)
    .map(([name, value]) => queryPair(call, name, value))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    method,
    wireUrl: withQuery(path, pairs, ({ encoded }) => encoded),
    signedUrl: withQuery(path, pairs, ({ plain }) => plain),
    // The vendor's routes expect JSON, and an empty text is not JSON; its own clients send `{}` too.
    body: body === undefined ? '' : JSON.stringify(body),
  }
}

interface QueryPair {
  readonly name: string
  readonly plain: string
  readonly encoded: string
}

const queryPair = (call: RouteCall, name: string, value: unknown): QueryPair => {
  const text = urlText(call, name, value)
  return {
    name,
    plain: `${name}=${text}`,
    encoded: `${urlEncoded(call, name, name)}=${urlEncoded(call, name, text)}`,
  }
}

const withQuery = (
  path: string,
  query: readonly QueryPair[],
  write: (pair: QueryPair) => string,
): string => (query.length === 0 ? path : `${path}?${query.map(write).join('&')}`)
