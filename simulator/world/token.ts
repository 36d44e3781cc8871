/** The access token that a project sends with every call of a route. */
export interface Token {
  readonly accessToken: string
  /** Works once. */
  readonly refreshToken: string
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number
  /** A newer one was issued, and both tokens are invalid. */
  replaced: boolean
}
