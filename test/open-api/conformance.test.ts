import { once } from 'node:events'
import { createServer } from 'node:net'
import { openApi } from '../../src/open-api/open-api'
import { startScriptedServer } from '../support/scripted-server'
import { describeTransport } from '../transports/conformance'
import { clientId, request, START, secret, storeOf } from './support'

const token = {
  accessToken: '3f4eda2bdec17232f67c0b188af3eec1',
  refreshToken: '1d8327deb882cf99d7e1f6b4ad83a9c4',
  renewAt: START + 1,
}

const transportTo = (baseUrl: string) =>
  openApi({
    baseUrl,
    clientId,
    secret,
    clock: { now: () => START },
    tokenStore: storeOf(token).store,
  })

const unusedUrl = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

describeTransport(
  'openApi',
  async () => {
    const server = await startScriptedServer()
    return {
      transport: transportTo(server.url),
      request,
      secrets: [secret, token.accessToken, token.refreshToken],
      requests: () => server.received.length,
      script: server.script,
      arrival: server.arrival,
      unreachable: async () => [
        { why: 'refused', transport: transportTo(await unusedUrl()) },
        { why: 'unknown host', transport: transportTo('http://lockpanel.invalid') },
      ],
      close: server.close,
    }
  },
  { http: true, text: true, aborts: true, reportsNotSent: true },
)
