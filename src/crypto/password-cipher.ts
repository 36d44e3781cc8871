import { ParamsError } from '../core/errors/params-error'
import type { ErrorOrigin } from '../core/errors/sdk-error'
import { TransportError } from '../core/errors/transport-error'
import { ACCESS_KEY_LENGTH, isAccessKey } from './key-text'
import { isPassword } from './password-length'

/** What a cipher needs of the answer of `doorLock.passwordTicket`. */
export interface PasswordTicket {
  readonly ticket_key: string
}

/**
 * Makes the `password` of an order out of the digits that a user chose.
 *
 * The access key is the secret of the whole cloud project, and whoever holds a panel's code can read it there.
 * So let your server implement this interface, send it the ticket key and the digits, and keep the access key on it;
 * `passwordCipher` is for that server, and for tests.
 */
export interface PasswordCipher {
  /** Gives upper-case hex, to be sent with the `ticket_id` of the same ticket. */
  encrypt(ticket: PasswordTicket, password: string): Promise<string>
}

export interface PasswordCipherOptions {
  /** The access secret of the cloud project: 32 characters. */
  readonly accessKey: string
}

const origin: ErrorOrigin = { action: 'passwordCipher' }

/**
 * A cipher that holds the access key itself. It loads crypto-js when it is first used.
 *
 * Throws a `ParamsError` when the access key has another form. `encrypt` fails with a `ParamsError` when the password
 * is not 6 or 7 digits, or the ticket key does not open with this access key; with a `TransportError` when crypto-js
 * cannot be loaded. No error holds a key, a ticket or a password.
 */
export const passwordCipher = ({ accessKey }: PasswordCipherOptions): PasswordCipher => {
  if (typeof accessKey !== 'string' || !isAccessKey(accessKey))
    throw refusal('accessKey', `expected the access secret, ${ACCESS_KEY_LENGTH} characters`)
  return {
    encrypt: async ({ ticket_key }, password) => {
      if (typeof password !== 'string' || !isPassword(password))
        throw refusal('password', 'expected 6 or 7 digits')
      const { decryptTicketKey, encryptPassword } = await loadTicketCrypto()
      const sessionKey = decryptTicketKey(ticket_key, accessKey)
      if (sessionKey === undefined)
        throw refusal('ticket.ticket_key', 'does not open: the access key is another, or it is cut')
      return encryptPassword(password, sessionKey)
    },
  }
}

/** crypto-js builds its tables when it is imported, which takes some milliseconds: not at the start of a panel. */
const loadTicketCrypto = (): Promise<typeof import('./ticket-crypto')> =>
  import('./ticket-crypto').catch(() => {
    throw new TransportError(origin, { delivery: 'not-sent', reason: 'crypto-js was not loaded' })
  })

const refusal = (path: string, message: string): ParamsError =>
  new ParamsError(origin, [{ path, message }])
