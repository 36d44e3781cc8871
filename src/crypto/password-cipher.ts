import { ParamsError } from '../core/errors/params-error'
import type { ErrorOrigin } from '../core/errors/sdk-error'
import { TransportError } from '../core/errors/transport-error'
import { ACCESS_KEY_LENGTH, isAccessKey } from './key-text'
import { pinIssue } from './pin-rule'

/** The fields of a ticket that a cipher needs, from `doorLock.passwordTicket`. */
export interface PasswordTicket {
  /** The key of the ticket in hex, encrypted with the access key of the project; a secret. */
  readonly ticket_key: string
}

/**
 * Encrypts a PIN to the `password` of a command.
 *
 * The access key is the secret of the whole cloud project, and the code of a panel can be read by its users. Implement this
 * interface by a call to your server, which keeps the access key; `passwordCipher` is for that server, and for tests.
 */
export interface PasswordCipher {
  /** Resolves with hex, to be sent with the `ticket_id` of the same ticket. */
  encrypt(ticket: PasswordTicket, password: string): Promise<string>
}

/**
 * Options of `passwordCipher`.
 *
 * @example
 * ```ts
 * const options: PasswordCipherOptions = { accessKey: simulator.accessKey }
 * ```
 */
export interface PasswordCipherOptions {
  /** The access secret of the cloud project: 32 characters. */
  readonly accessKey: string
  /**
   * The case of the hex digits. Document 001 says upper case, which is confirmed on Wi-Fi locks only: a keypad was reported
   * to get a code that does not open it, with `success: true`. Lower case worked on every lock that was reported. @default 'lower'
   */
  readonly hexCase?: 'lower' | 'upper'
}

const origin: ErrorOrigin = { action: 'passwordCipher' }

/**
 * A cipher that has the access key. It loads crypto-js on first use.
 *
 * Throws a `ParamsError` for an invalid access key. `encrypt` fails with a `ParamsError` if the password is not 6 to 12
 * digits, or the access key does not decrypt the ticket key; with a `TransportError` if crypto-js cannot be loaded. No
 * error contains a key, a ticket or a password.
 *
 * @example
 * ```ts
 * const cipher = passwordCipher({ accessKey: simulator.accessKey })
 * const { ticket_key } = await panel.apiRequest('doorLock.passwordTicket', { device_id: frontDoor.deviceId })
 * const password = await cipher.encrypt({ ticket_key }, '1357924')
 * ```
 */
export const passwordCipher = ({
  accessKey,
  hexCase = 'lower',
}: PasswordCipherOptions): PasswordCipher => {
  if (typeof accessKey !== 'string' || !isAccessKey(accessKey))
    throw paramsError('accessKey', `expected the access secret, ${ACCESS_KEY_LENGTH} characters`)
  if (hexCase !== 'lower' && hexCase !== 'upper')
    throw paramsError('hexCase', "expected 'lower' or 'upper'")
  return {
    encrypt: async ({ ticket_key }, password) => {
      const issue = pinIssue(password)
      if (issue !== undefined) throw paramsError('password', issue)
      const { decryptTicketKey, encryptPassword } = await loadTicketCrypto()
      const sessionKey = decryptTicketKey(ticket_key, accessKey)
      if (sessionKey === undefined)
        throw paramsError(
          'ticket.ticket_key',
          'the access key does not decrypt it: wrong key, or incomplete',
        )
      const hex = encryptPassword(password, sessionKey)
      return hexCase === 'upper' ? hex.toUpperCase() : hex
    },
  }
}

/** crypto-js builds its tables on import, which takes some milliseconds, so it is not imported at the start. */
const loadTicketCrypto = (): Promise<typeof import('./ticket-crypto')> =>
  import('./ticket-crypto').catch(() => {
    throw new TransportError(origin, { delivery: 'not-sent', reason: 'crypto-js was not loaded' })
  })

const paramsError = (path: string, message: string): ParamsError =>
  new ParamsError(origin, [{ path, message }])
