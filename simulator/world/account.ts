/** An account that may log in to the project. */
export interface Account {
  readonly username: string
  readonly password: string
  /** Only a user of the vendor's app has these. */
  readonly countryCode?: string
  readonly app?: 'tuyaSmart' | 'smartlife'
}
