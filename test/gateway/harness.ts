import { allActions } from '../../actions'
import { createGateway, type GatewayOptions, type GatewayUser } from '../../gateway'
import type { Membership } from '../../gateway/gateway-user'
import type { Simulator } from '../../simulator'
import { seed } from '../../simulator'
import { createPanel } from '../../src/core/panel/create-panel'
import type { FetchLike } from '../../src/core/transport/fetch-like'
import { openApi } from '../../src/open-api/open-api'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { gatewayLimits } from '../../src/transports/server-limits'

const CLOUD = 'http://cloud.example'

/** A `fetch` to the simulator, without a socket. */
export const simulatedFetch =
  (simulator: Pick<Simulator, 'handle'>): FetchLike =>
  async (url, { method, headers, body = '' }) => {
    const answer = simulator.handle({ method, path: url.slice(CLOUD.length), headers, body })
    if (answer.kind === 'dropped') throw new TypeError('fetch failed')
    return new Response(answer.body, { status: answer.status, headers: answer.headers })
  }

/** The signed transport to the simulator. */
export const simulatedOpenApi = (simulator: Simulator, fetch = simulatedFetch(simulator)) =>
  openApi({
    baseUrl: CLOUD,
    clientId: simulator.clientId,
    secret: simulator.accessKey,
    clock: simulator.clock,
    random: () => 0.5,
    fetch,
  })

export const owner: Membership = { role: 'owner', userId: seed.members.owner.userId }

/** A user with the same membership on every device. */
export const userWith = (membership: Membership | undefined, id = 'olivia'): GatewayUser => ({
  id,
  membershipOf: () => membership,
})

export interface GatewayHarnessOptions extends Partial<GatewayOptions> {
  readonly user?: GatewayUser
}

/** Gateway, openApi and simulator; `panel` is a web panel that calls the gateway. */
export const gatewayOver = (
  simulator: Simulator,
  { user = userWith(owner), ...options }: GatewayHarnessOptions = {},
) => {
  const { clock } = simulator
  const gateway = createGateway({
    openApi: simulatedOpenApi(simulator),
    authenticate: () => user,
    clock,
    ...options,
  })
  const transport = fetchTransport({
    url: 'https://gateway.example/',
    limits: gatewayLimits,
    families: ['mini-program', 'open-api'],
    fetch: (url, init) => gateway(new Request(url, init)),
  })
  const panel = createPanel({ actions: allActions, transport, clock })
  return { gateway, panel, transport, post: postTo(gateway) }
}

export interface Envelope {
  readonly success: boolean
  readonly result?: unknown
  readonly code?: number | string
  readonly msg?: string
  readonly t: number
  readonly tid: string
}

/** Sends a call as a client that is not this package. */
const postTo =
  (gateway: (request: Request) => Promise<Response>) =>
  async (
    action: string,
    params: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; headers: Headers; envelope: Envelope }> => {
    const response = await gateway(
      new Request('https://gateway.example/', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ action, params }),
      }),
    )
    const envelope = (await response.json()) as Envelope
    return { status: response.status, headers: response.headers, envelope }
  }
