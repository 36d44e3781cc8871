import type { Clock } from '../../src/core/clock'
import type { Transport } from '../../src/core/transport/transport'
import type { OpenApiToken } from '../../src/open-api/token-store'
import type { CallHeaders } from './make-calls'
import type { Lockpanel } from './package'

/** The project, and where its requests go. */
export interface Destination {
  readonly lockpanel: Lockpanel
  readonly url: string
  readonly clientId: string
  readonly secret: string
  readonly clock: Clock
  readonly random: () => number
}

/** Of one process. */
export const sharedTokens = () => {
  let token: OpenApiToken | undefined
  return {
    get: () => token,
    set: (next: OpenApiToken) => {
      token = next
    },
  }
}

/** By `fetchTransport` and by `openApi` to the cloud; the panels share a token. */
export const transportsToCloud = (destination: Destination) => {
  const { lockpanel, url, clientId, secret, clock, random } = destination
  const tokenStore = sharedTokens()
  return (headers: CallHeaders): Transport =>
    lockpanel.combine(
      lockpanel.fetchTransport({ url, headers, clock }),
      lockpanel.openApi({ baseUrl: url, clientId, secret, clock, random, tokenStore, headers }),
    )
}

/** By `fetchTransport` to the gateway. */
export const transportsToGateway =
  ({ lockpanel, clock }: Destination, gatewayUrl: string) =>
  (headers: CallHeaders): Transport =>
    lockpanel.fetchTransport({
      url: gatewayUrl,
      limits: lockpanel.gatewayLimits,
      families: ['mini-program', 'open-api'],
      headers,
      clock,
    })
