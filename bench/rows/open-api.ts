import { createHmac } from 'node:crypto'
import { listHomeUsers } from '../../actions/open-api/users/list-home-users'
import { createPanel } from '../../src/core/panel/create-panel'
import { openApi } from '../../src/open-api/open-api'
import { CLIENT_ID, connectorOver, SECRET } from '../connector'
import { hasPeers, loadPeer } from '../peers'
import type { Candidate } from '../ratios'
import type { Topic } from '../row'
import { documented, pageOf } from '../users'

interface Axios {
  create(defaults: { readonly adapter: (config: object) => Promise<object> }): unknown
}

const NAME = 'GET /v1.0/smart-lock/devices/{device_id}/users'
const query = { codes: '', page_no: 1, page_size: 100 }
const token = {
  accessToken: 'access',
  refreshToken: 'refresh',
  renewAt: Date.now() + 7_200_000,
}

const textOf = (result: object): string =>
  JSON.stringify({ success: true, t: 1_780_000_000_000, tid: 'bench', result })

/** This list also has the identifier of each method. */
const page = textOf(pageOf(documented)).replace(
  /"unlock_sn":(\d+)/g,
  '"unlock_sn":$1,"unlock_id":"12-$1"',
)
const tiny = textOf({ records: [] })

/** A panel over `openApi`, whose `fetch` answers with a text. */
const productOf = (text: string): Candidate => {
  const transport = openApi({
    baseUrl: 'http://cloud',
    clientId: CLIENT_ID,
    secret: SECRET,
    tokenStore: { get: () => token, set: () => undefined },
    fetch: async () => ({ status: 200, headers: { get: () => null }, text: async () => text }),
  })
  const { apiRequest } = createPanel({ actions: { listHomeUsers }, transport })
  return () => apiRequest(NAME, { device_id: 'door', ...query })
}

/** It signs each request too, parses the answer, and checks nothing. */
const peersOf = (text: string): Readonly<Record<string, Candidate>> => {
  if (!hasPeers) return {}
  const rpc = loadPeer<Axios>('axios').create({
    adapter: async (config) => ({ data: text, status: 200, headers: {}, config }),
  })
  const connector = connectorOver('http://cloud', rpc)
  const path = '/v1.0/smart-lock/devices/door/users'
  return { "the vendor's connector": () => connector.request({ path, method: 'GET', query }) }
}

/** As long as the text that is signed for a small call. */
const signed = 'x'.repeat(300)

export const openApiCalls: Topic = {
  rows: () => [
    {
      name: 'open API, signed call with 100 users, × JSON.parse',
      target: 1.5,
      reference: () => JSON.parse(page),
      product: productOf(page),
      peers: peersOf(page),
    },
    {
      name: 'open API, signed call with a small answer, × HMAC',
      // What the vendor's connector takes, which checks nothing.
      target: 38,
      reference: () => createHmac('sha256', SECRET).update(signed).digest('hex'),
      product: productOf(tiny),
      peers: peersOf(tiny),
    },
  ],
}
