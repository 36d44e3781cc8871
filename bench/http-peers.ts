import { connectorOver } from './connector'
import { hasPeers, loadPeer } from './peers'
import type { Candidate } from './ratios'

interface Undici {
  readonly Pool: new (
    url: string,
  ) => {
    request(call: object): Promise<{ readonly body: { json(): Promise<unknown> } }>
  }
}
interface Axios {
  post(url: string, body: unknown): Promise<{ readonly data: unknown }>
}
interface OpenApiFetch {
  readonly default: (options: { readonly baseUrl: string }) => {
    POST(path: string, request: { readonly body: unknown }): Promise<{ readonly data?: unknown }>
  }
}
interface Ky {
  readonly default: {
    post(url: string, request: { readonly json: unknown }): { json(): Promise<unknown> }
  }
}

/** Clients of HTTP that send the same body, parse the answer, and check nothing. */
export const httpPeers = (
  origin: string,
  path: string,
  body: object,
): Readonly<Record<string, Candidate>> => {
  if (!hasPeers) return {}
  const pool = new (loadPeer<Undici>('undici').Pool)(origin)
  const axios = loadPeer<Axios>('axios')
  const openApiFetch = loadPeer<OpenApiFetch>('openapi-fetch').default({ baseUrl: origin })
  const ky = loadPeer<Ky>('ky').default
  const connector = connectorOver(origin)
  const headers = { 'content-type': 'application/json' }
  return {
    undici: async () => {
      const call = { path, method: 'POST', headers, body: JSON.stringify(body) }
      return (await pool.request(call)).body.json()
    },
    axios: () => axios.post(origin + path, body),
    'openapi-fetch': () => openApiFetch.POST(path, { body }),
    ky: () => ky.post(origin + path, { json: body }).json(),
    "the vendor's connector": () => connector.request({ path, method: 'POST', body }),
  }
}
