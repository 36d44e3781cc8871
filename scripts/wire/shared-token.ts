import type { OpenApiToken, TokenStore } from '../../src/open-api/token-store'

/** One token for all transports of a run. */
export const sharedToken = (): TokenStore => {
  let token: OpenApiToken | undefined
  return {
    get: () => token,
    set: (next) => {
      token = next
    },
  }
}
