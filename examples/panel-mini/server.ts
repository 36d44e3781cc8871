import { gatewayLimits, type ServerLimits } from 'lockpanel/core'
import { type PasswordCipher, passwordCipher } from 'lockpanel/crypto'
import { post } from './post'

/** What answers the requests of the panel. */
export interface Server {
  readonly url: string
  /** The operations that it answers; what needs another family is not offered on the pages. */
  readonly families: readonly ('mini-program' | 'open-api')[]
  /** What it has less than the vendor. */
  readonly limits: ServerLimits
  readonly passwordCipher: PasswordCipher
}

/** `npm run simulate -- --port 8080` */
const SIMULATED_CLOUD = 'http://127.0.0.1:8080'
/** The access key that it prints. It opens no real lock. */
const SIMULATED_ACCESS_KEY = '0123456789simulator0access0key89'

/** `npm start`, or a server of your own. Phones reach only https addresses that are registered with WeChat. */
const APP_SERVER = 'http://127.0.0.1:5173'

/** The simulated cloud itself, without a server of an app before it. */
const simulatedCloud = (): Server => ({
  url: SIMULATED_CLOUD,
  families: ['mini-program'],
  limits: {},
  // Never the key of a real project: all who have the mini-program can read it. See `appServer`.
  passwordCipher: passwordCipher({ accessKey: SIMULATED_ACCESS_KEY }),
})

/**
 * The server of an app, which keeps the access key: `lockpanel/gateway` answers the operations of mini-programs and routes of
 * the open API, and a route of its own encrypts passwords.
 */
const appServer = (): Server => ({
  url: `${APP_SERVER}/cloud`,
  families: ['mini-program', 'open-api'],
  limits: gatewayLimits,
  passwordCipher: {
    encrypt: async ({ ticket_key }, password) => {
      const { encrypted } = await post<{ readonly encrypted: string }>(`${APP_SERVER}/encrypt`, {
        ticket_key,
        password,
      })
      return encrypted
    },
  },
})

/** The server that the query names with `server=app`, or the simulated cloud. A panel of your own has only one. */
export const serverOf = ({ server }: Readonly<Record<string, string | undefined>>): Server =>
  server === 'app' ? appServer() : simulatedCloud()
