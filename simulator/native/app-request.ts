import type { SimulatedRequest } from '../exchange'

type Params = Readonly<Record<string, unknown>>

/**
 * An API of the panel family, as the app forwards it: its name, its version, its parameters. The app adds the device of its
 * panel to a call without one.
 */
export const apiRequestOf = (
  a: string,
  v: string,
  postData: Params,
  devId?: string,
): SimulatedRequest => ({
  method: 'POST',
  path: '/api.json',
  headers: json,
  body: JSON.stringify({ a, v, postData: { ...(devId !== undefined && { devId }), ...postData } }),
})

/** A route, as the app forwards it; the signature of the app is not part of it. */
export const routeRequestOf = (
  method: string,
  path: string,
  query: Params = {},
  body?: Params,
): SimulatedRequest => ({
  method,
  path: Object.keys(query).length === 0 ? path : `${path}?${queryText(query)}`,
  headers: json,
  body: body === undefined ? '' : JSON.stringify(body),
})

const json = { 'content-type': 'application/json' }

const queryText = (query: Params): string =>
  Object.entries(query)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&')
