/** What a project shows with every call of a route. */
export interface Token {
  readonly accessToken: string
  /** Works once. */
  readonly refreshToken: string
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number
  /** Another one was given out since; neither of the two works any more. */
  replaced: boolean
}
