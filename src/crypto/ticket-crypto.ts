import { aes, ecb, hexFormat, pkcs7, utf8 } from './crypto-js/aes-ecb'
import { isAccessKey, isSessionKey } from './key-text'

const options = { mode: ecb, padding: pkcs7, format: hexFormat }
const wholeBlocks = /^(?:[\da-f]{32})+$/i

/** Decrypts the session key in the `ticket_key` of a ticket; `undefined` for a wrong access key or an invalid ticket key. */
export const decryptTicketKey = (ticketKeyHex: string, accessKey: string): string | undefined => {
  if (!isAccessKey(accessKey)) return undefined
  const sessionKey = decrypt(ticketKeyHex, accessKey)
  return sessionKey !== undefined && isSessionKey(sessionKey) ? sessionKey : undefined
}

/** Encrypts a password to lower-case hex. Throws a RangeError for an invalid session key. */
export const encryptPassword = (password: string, sessionKey: string): string => {
  if (!isSessionKey(sessionKey)) throw new RangeError('not a session key')
  return encrypt(password, sessionKey)
}

/**
 * For the cloud's side: the `ticket_key` of a ticket, in upper-case hex as in document 001. Throws a RangeError for an invalid
 * key.
 */
export const encryptTicketKey = (sessionKey: string, accessKey: string): string => {
  if (!isSessionKey(sessionKey)) throw new RangeError('not a session key')
  if (!isAccessKey(accessKey)) throw new RangeError('not an access key')
  return encrypt(sessionKey, accessKey).toUpperCase()
}

/** For the cloud's side: decrypts a password; `undefined` for a wrong session key or invalid text. */
export const decryptPassword = (passwordHex: string, sessionKey: string): string | undefined =>
  isSessionKey(sessionKey) ? decrypt(passwordHex, sessionKey) : undefined

/** The key must be validated before, because crypto-js accepts keys of any length. */
const encrypt = (text: string, key: string): string =>
  aes.encrypt(text, utf8.parse(key), options).toString()

const decrypt = (hex: string, key: string): string | undefined => {
  if (!wholeBlocks.test(hex)) return undefined
  const text = readUtf8(aes.decrypt(hex, utf8.parse(key), options))
  // crypto-js does not check the padding; encrypting the result again does.
  return text !== undefined && encrypt(text, key) === hex.toLowerCase() ? text : undefined
}

const readUtf8 = (words: ReturnType<typeof aes.decrypt>): string | undefined => {
  try {
    return words.toString(utf8)
  } catch {
    return undefined
  }
}
