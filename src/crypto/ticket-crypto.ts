import { aes } from './crypto-js/aes'
import { utf8 } from './crypto-js/enc-utf8'
import { hexFormat } from './crypto-js/format-hex'
import { ecb } from './crypto-js/mode-ecb'
import { pkcs7 } from './crypto-js/pad-pkcs7'
import { isAccessKey, isSessionKey } from './key-text'

const options = { mode: ecb, padding: pkcs7, format: hexFormat }
const wholeBlocks = /^(?:[\da-f]{32})+$/i

/** The session key in the `ticket_key` of a ticket; `undefined` for another access key or a broken ticket key. */
export const decryptTicketKey = (ticketKeyHex: string, accessKey: string): string | undefined => {
  if (!isAccessKey(accessKey)) return undefined
  const sessionKey = decrypt(ticketKeyHex, accessKey)
  return sessionKey !== undefined && isSessionKey(sessionKey) ? sessionKey : undefined
}

/** A password as the vendor takes it: upper-case hex. Throws a RangeError when the session key is none. */
export const encryptPassword = (password: string, sessionKey: string): string => {
  if (!isSessionKey(sessionKey)) throw new RangeError('not a session key')
  return encrypt(password, sessionKey)
}

/** The cloud's side: the `ticket_key` of a ticket. Throws a RangeError when one of the keys is none. */
export const encryptTicketKey = (sessionKey: string, accessKey: string): string => {
  if (!isSessionKey(sessionKey)) throw new RangeError('not a session key')
  if (!isAccessKey(accessKey)) throw new RangeError('not an access key')
  return encrypt(sessionKey, accessKey)
}

/** The cloud's side: the password that a caller encrypted; `undefined` for another session key or a broken text. */
export const decryptPassword = (passwordHex: string, sessionKey: string): string | undefined =>
  isSessionKey(sessionKey) ? decrypt(passwordHex, sessionKey) : undefined

/** The key must have been checked: crypto-js makes a cipher of any length that no other library has. */
const encrypt = (text: string, key: string): string =>
  aes.encrypt(text, utf8.parse(key), options).toString().toUpperCase()

const decrypt = (hex: string, key: string): string | undefined => {
  if (!wholeBlocks.test(hex)) return undefined
  const text = readUtf8(aes.decrypt(hex, utf8.parse(key), options))
  // crypto-js cuts the padding off without a look at it; what encrypts to the same text was padded well.
  return text !== undefined && encrypt(text, key) === hex.toUpperCase() ? text : undefined
}

const readUtf8 = (words: ReturnType<typeof aes.decrypt>): string | undefined => {
  try {
    return words.toString(utf8)
  } catch {
    return undefined
  }
}
