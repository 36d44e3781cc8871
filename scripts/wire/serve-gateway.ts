import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { GatewayUser } from '../../gateway'
import { seed } from '../../simulator'
import type { Clock } from '../../src/core/clock'
import type { Transport } from '../../src/core/transport/transport'
import { CALL_HEADER } from './counting-cloud'
import type { Lockpanel } from './package'
import { sharedToken } from './shared-token'
import type { WireServer } from './wire-server'

/** The options of a transport to the cloud. */
export type SignedCloud = Readonly<
  Record<'baseUrl' | 'clientId' | 'secret', string> & {
    clock: Clock
    random: () => number
  }
>

export interface GatewayOfWire {
  readonly lockpanel: Pick<Lockpanel, 'createGateway' | 'openApi'>
  readonly cloud: SignedCloud
  /** Shorter than that of the panel, so that the panel gets the answer of the gateway. */
  readonly timeoutMs: number
}

const owner: GatewayUser = {
  id: 'olivia',
  membershipOf: () => ({ role: 'owner', userId: seed.members.owner.userId }),
}
/** All panels of a run are one user. */
const limit = { calls: 1_000_000, windowMs: 60_000 }

/** A gateway on a socket. Its requests to the cloud have the header of the call that they belong to. */
export const serveGateway = async ({
  lockpanel,
  cloud,
  timeoutMs,
}: GatewayOfWire): Promise<WireServer> => {
  const currentCall = new AsyncLocalStorage<string>()
  const tokenStore = sharedToken()
  /** The call is read when its request starts: after the wait for a shared token, the current call may be another one. */
  const openApi: Transport = {
    ...lockpanel.openApi(cloud),
    send: (request) => {
      const headers = { [CALL_HEADER]: currentCall.getStore() ?? '' }
      return lockpanel.openApi({ ...cloud, headers, tokenStore }).send(request)
    },
  }
  const gateway = lockpanel.createGateway({
    openApi,
    authenticate: () => owner,
    limit,
    timeoutMs,
    clock: cloud.clock,
    random: cloud.random,
  })
  const server = createServer((incoming, outgoing) => {
    const answer = async () => {
      const request = await requestOf(incoming)
      const response = await currentCall.run(request.headers.get(CALL_HEADER) ?? '', () =>
        gateway(request),
      )
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(await response.text())
    }
    // A gateway never fails; a panel may break its connection while it sends.
    answer().catch(() => outgoing.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const requestOf = async (incoming: IncomingMessage): Promise<Request> => {
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ])
  return new Request('http://gateway.example/', {
    method: incoming.method ?? 'POST',
    headers,
    body: await text(incoming),
  })
}
