import type { CallsOptions } from './make-calls'
import type { Lockpanel } from './package'
import { type SignedCloud, serveGateway } from './serve-gateway'
import { sharedToken } from './shared-token'
import { timesOf } from './times'
import type { WireServer } from './wire-server'

export interface Connections extends Pick<WireServer, 'close'> {
  readonly connect: CallsOptions['connect']
}

/** Panels that send to the proxy themselves. The routes share one token. */
export const connectDirectly = (lockpanel: Lockpanel, cloud: SignedCloud): Connections => {
  const tokenStore = sharedToken()
  return {
    connect: (headers) =>
      lockpanel.combine(
        lockpanel.fetchTransport({ url: cloud.baseUrl, headers }),
        lockpanel.openApi({ ...cloud, headers, tokenStore }),
      ),
    close: async () => undefined,
  }
}

/** Panels that send to a gateway, which sends to the proxy. */
export const connectOverGateway = async (
  lockpanel: Lockpanel,
  cloud: SignedCloud,
): Promise<Connections> => {
  const { url, close } = await serveGateway({
    lockpanel,
    cloud,
    timeoutMs: timesOf.gateway.requestMs,
  })
  return {
    connect: (headers) =>
      lockpanel.fetchTransport({
        url,
        headers,
        limits: lockpanel.gatewayLimits,
        families: ['mini-program', 'open-api'],
      }),
    close,
  }
}
