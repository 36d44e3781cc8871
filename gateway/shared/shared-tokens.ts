import { type Clock, realTime } from '../../src/core/clock'
import { randomHex } from '../../src/core/text/random-hex'
import type { OpenApiToken, TokenStore } from '../../src/open-api/token-store'
import type { GatewayStore } from '../store/gateway-store'
import { delay } from './wait'

/**
 * Options of `sharedTokens`.
 *
 * @example
 * ```ts
 * const options: SharedTokensOptions = { clock }
 * ```
 */
export interface SharedTokensOptions {
  /** The clock of the waits for another process. @default real time */
  readonly clock?: Clock
  /** From 0 to below 1, to tell the servers apart that lock the token. @default Math.random */
  readonly random?: () => number
}

const TOKEN = 'token'
const LOCK = 'token:lock'
/** A refresh token has no known end; one that was not used for so long is replaced by a new one. */
const TOKEN_TTL_MS = 7 * 24 * 3_600_000
/** Longer than a request for a token: the lock of a server that ended is free after it. */
const LEASE_MS = 15_000

/**
 * The option `tokenStore` of `openApi` for servers that share a store: one of them refreshes the token, and the others use
 * it. The token is a secret: a reader of the store can use the project until the token expires.
 *
 * @example
 * ```ts
 * const tokenStore = sharedTokens(memoryStore({ clock }), { clock })
 * const cloud = openApi({ region: 'eu', clientId: 'id', secret: 'secret', tokenStore })
 * ```
 */
export const sharedTokens = (
  store: GatewayStore,
  { clock = realTime, random = Math.random }: SharedTokensOptions = {},
): TokenStore => ({
  get: async () => {
    const text = await store.get(TOKEN)
    return text === undefined ? undefined : (JSON.parse(text) as OpenApiToken)
  },
  set: (token) => store.set(TOKEN, JSON.stringify(token), TOKEN_TTL_MS),
  lock: async (refresh) => {
    const owner = randomHex(random)
    while (!(await store.add(LOCK, owner, LEASE_MS))) await delay(clock)
    try {
      await refresh()
    } finally {
      await store.remove(LOCK, owner)
    }
  },
})
