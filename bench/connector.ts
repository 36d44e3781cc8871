import { loadPeer } from './peers'

interface Connector {
  request(call: {
    readonly path: string
    readonly method: string
    readonly query?: object
    readonly body?: object
  }): Promise<unknown>
}
interface ConnectorModule {
  readonly TuyaContext: new (options: object) => Connector
}

export const CLIENT_ID = 'bench0client0id00000'
export const SECRET = '0123456789bench00secret012345678'

/** The vendor's connector, with a token that it need not fetch. `rpc` is the axios that sends. */
export const connectorOver = (baseUrl: string, rpc?: unknown): Connector => {
  const { TuyaContext } = loadPeer<ConnectorModule>('@tuya/tuya-connector-nodejs')
  return new TuyaContext({
    baseUrl,
    accessKey: CLIENT_ID,
    secretKey: SECRET,
    store: {
      setTokens: async () => true,
      getAccessToken: async () => 'access',
      getRefreshToken: async () => 'refresh',
    },
    ...(rpc !== undefined && { rpc }),
  })
}
