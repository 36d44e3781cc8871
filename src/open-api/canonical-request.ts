import { expandRoute, type RouteCall, urlEncoded, urlText } from '../core/route/expand-route'

export type { RouteCall } from '../core/route/expand-route'

/** A request of the vendor's REST interface before it is signed. */
export interface CanonicalRequest {
  readonly method: string
  /** Path and query as they go over the wire. */
  readonly wireUrl: string
  /** The same as the signature covers it: the query is sorted, and reads as before it was URL-encoded. */
  readonly signedUrl: string
  /** Empty where there is none. */
  readonly body: string
}

/** No value can lead to another route: one that cannot be encoded is a ParamsError. */
export const canonicalRequest = (call: RouteCall): CanonicalRequest => {
  const { method, path, query, body } = expandRoute(call)
  const pairs = Object.entries(query)
    .map(([name, value]) => queryPair(call, name, value))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    method,
    wireUrl: withQuery(path, pairs, ({ encoded }) => encoded),
    signedUrl: withQuery(path, pairs, ({ plain }) => plain),
    // The vendor's routes read JSON, and an empty text is none; its own clients send `{}` as well.
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
