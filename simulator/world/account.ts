/** An account that may log in to the project. */
export interface Account {
  /** The name of the account. */
  readonly username: string
  /** The password of the account, which the client sends as a hash. */
  readonly password: string
  /** Only a user of the vendor's app has these. */
  readonly countryCode?: string
  /** The app of the account, as the vendor names it. */
  readonly app?: 'tuyaSmart' | 'smartlife'
}
