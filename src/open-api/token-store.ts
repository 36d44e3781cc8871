/** A token of the cloud; a secret like the client's secret. */
export interface OpenApiToken {
  /** The token that every request carries. */
  readonly accessToken: string
  /** Valid once. */
  readonly refreshToken: string
  /** When the token is renewed, shortly before it expires: milliseconds since 1970 by the clock of the transport. */
  readonly renewAt: number
  /** The data centre of the user, if the cloud named one at the log-in. */
  readonly baseUrl?: string
}

/**
 * Keeps the token across processes. The transport reads it when it has no valid token, and writes each new one. A store that
 * throws, or returns anything but a token, counts as empty.
 *
 * @example
 * ```ts
 * let saved: OpenApiToken | undefined
 * const tokenStore: TokenStore = { get: () => saved, set: (token) => { saved = token } }
 * const options: OpenApiOptions = { region: 'eu', clientId: 'id', secret: 'secret', tokenStore }
 * ```
 */
export interface TokenStore {
  /** Returns the stored token; undefined if there is none. */
  get(): OpenApiToken | undefined | PromiseLike<OpenApiToken | undefined>
  /** Stores a new token in place of the old one. */
  set(token: OpenApiToken): unknown
  /**
   * Calls `refresh` when no other process is in its own, and frees the lock when its promise resolves. For a store that
   * several processes share: a refresh token works once, and ends the old token of all of them. `refresh` reads the store
   * again, never rejects, and ends with the last call that waits for it, unless `set` hangs.
   *
   * A lock that fails, or returns without calling `refresh`, is ignored. It must free itself after the end of a process.
   */
  lock?(refresh: () => Promise<void>): unknown
}

export const readStore = async (store: TokenStore): Promise<OpenApiToken | undefined> => {
  try {
    const token: unknown = await store.get()
    return isToken(token) ? token : undefined
  } catch {
    return undefined
  }
}

/** A failure is ignored, because the transport also keeps the token in memory. */
export const writeStore = async (store: TokenStore, token: OpenApiToken): Promise<void> => {
  try {
    await store.set(token)
  } catch {
    // The store counts as empty on the next read.
  }
}

const isToken = (value: unknown): value is OpenApiToken => {
  if (typeof value !== 'object' || value === null) return false
  const { accessToken, refreshToken, renewAt } = value as Partial<Record<string, unknown>>
  return (
    typeof accessToken === 'string' &&
    typeof refreshToken === 'string' &&
    typeof renewAt === 'number'
  )
}
