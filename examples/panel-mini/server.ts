import type { Family } from 'lockpanel/core'
import { type PasswordCipher, passwordCipher } from 'lockpanel/crypto'
import { post } from './post'

/** What answers the requests of the panel. */
export interface Server {
  readonly url: string
  /** The operations that it answers; what needs another family is not offered on the pages. */
  readonly families: readonly Family[]
  readonly passwordCipher: PasswordCipher
}

/** The access key of the project that `npm run simulate` prints. It opens no lock. */
const SIMULATED_ACCESS_KEY = '0123456789simulator0access0key89'

/** `npm run simulate`: the cloud itself, without a server of an app before it. */
export const simulatedCloud = (url: string): Server => ({
  url,
  families: ['mini-program'],
  // Never with the key of a real project: everyone who has the mini-program can read it. See `appServer`.
  passwordCipher: passwordCipher({ accessKey: SIMULATED_ACCESS_KEY }),
})

/**
 * The server of an app, which keeps the access key: it passes the mini-program operations on, signs the routes of the open
 * API, and encrypts passwords. `npm start` runs one.
 */
export const appServer = (url: string): Server => ({
  url: `${url}/cloud`,
  families: ['mini-program', 'open-api'],
  passwordCipher: {
    encrypt: async ({ ticket_key }, password) => {
      const { encrypted } = await post<{ readonly encrypted: string }>(`${url}/encrypt`, {
        ticket_key,
        password,
      })
      return encrypted
    },
  },
})
