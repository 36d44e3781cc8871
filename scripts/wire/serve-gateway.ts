import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Gateway, GatewayUser } from '../../gateway'
import { seed } from '../../simulator'
import { CALL_HEADER } from './counting-cloud'
import { type Destination, sharedTokens } from './transports'

/** The wire test calls more often than a person may. */
const limit = { calls: 1_000_000, windowMs: 60_000 }

const owner: GatewayUser = {
  id: 'olivia',
  membershipOf: (deviceId) => {
    const { type } = Object.values(seed.locks).find(({ id }) => id === deviceId) ?? {}
    return { role: 'owner', userId: seed.members.owner.userId, ...(type && { lockType: type }) }
  },
}

/**
 * Serves gateways whose requests go through the proxy. Each call has a gateway of its own, as in a function of a cloud, because
 * its requests carry the name of the call. They share a store and a token.
 */
export const serveGateway = async (
  { lockpanel, url, clientId, secret, clock, random }: Destination,
  timeoutMs: number,
) => {
  const store = lockpanel.memoryStore({ clock })
  const tokenStore = sharedTokens()
  const gateways = new Map<string, Gateway>()
  const createFor = (call: string): Gateway => {
    const headers = () => ({ [CALL_HEADER]: call })
    const signed = { baseUrl: url, clientId, secret, clock, random, tokenStore, headers }
    const gateway = lockpanel.createGateway({
      openApi: lockpanel.openApi(signed),
      authenticate: () => owner,
      store,
      limit,
      timeoutMs,
      clock,
      random,
    })
    gateways.set(call, gateway)
    return gateway
  }
  const server = createServer(async (incoming, outgoing) => {
    const request = await requestOf(incoming)
    const call = request.headers.get(CALL_HEADER) ?? ''
    const answer = await (gateways.get(call) ?? createFor(call))(request)
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
    outgoing.end(await answer.text())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** The call has ended. */
    forget: (call: string) => gateways.delete(call),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const requestOf = async (incoming: IncomingMessage): Promise<Request> => {
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])
  return new Request('http://gateway.example/', {
    method: incoming.method ?? 'POST',
    headers: Object.fromEntries(headers),
    body: await text(incoming),
  })
}
