import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { listUsers } from '../../actions/mini-program/door-lock/list-users'
import { createPanel } from '../../src/core/panel/create-panel'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { httpPeers } from '../http-peers'
import type { RatioRow, Topic } from '../row'

const params = { device_id: 'door', target_standard_dp_codes: '', page_no: 1, page_size: 100 }
const body = { action: 'doorLock.listUsers', params }

const rowOf = (origin: string, path: string, title: string, target: number): RatioRow => {
  const url = origin + path
  const { apiRequest } = createPanel({
    actions: { listUsers },
    transport: fetchTransport({ url }),
  })
  return {
    name: `${title} over a loopback socket, × fetch and JSON.parse`,
    target,
    reference: async () => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
      return JSON.parse(await response.text())
    },
    product: () => apiRequest('doorLock.listUsers', params),
    peers: httpPeers(origin, path, body),
  }
}

export const endToEnd: Topic = {
  isLong: true,
  needsJit: true,
  rows: async () => {
    // Its own process, so that its time counts for no client.
    const server = fork(join(__dirname, 'server.cjs'))
    const [port] = await once(server, 'message')
    const origin = `http://127.0.0.1:${port}`
    return [
      rowOf(origin, '/page', '100 users', 1.1),
      rowOf(origin, '/tiny', 'a small answer', 1.15),
    ]
  },
}
