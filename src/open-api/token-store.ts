/** What the cloud gives for a client id and its secret; keep it as secret as these. */
export interface OpenApiToken {
  readonly accessToken: string
  /** Works once. */
  readonly refreshToken: string
  /** When it is renewed, a little before it expires: milliseconds since 1970 on the clock of the transport. */
  readonly renewAt: number
}

/**
 * Keeps the token over the end of a process, or between several. It is asked when the transport has no token that
 * works, and told of each new one. A store that throws, or gives anything but a token, counts as empty.
 */
export interface TokenStore {
  get(): OpenApiToken | undefined | PromiseLike<OpenApiToken | undefined>
  set(token: OpenApiToken): unknown
}

export const readStore = async (store: TokenStore): Promise<OpenApiToken | undefined> => {
  try {
    const token: unknown = await store.get()
    return isToken(token) ? token : undefined
  } catch {
    return undefined
  }
}

/** Nobody waits for it: the transport keeps the token itself. */
export const writeStore = async (store: TokenStore, token: OpenApiToken): Promise<void> => {
  try {
    await store.set(token)
  } catch {
    // Counts as empty when it is asked next.
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
