/**
 * Password encryption for commands with a ticket, and a secure random source. The
 * cryptography is loaded when the first password is encrypted.
 */
export type {
  PasswordCipher,
  PasswordCipherOptions,
  PasswordTicket,
} from '../crypto/password-cipher'
export { passwordCipher } from '../crypto/password-cipher'
export { passwordLength } from '../crypto/password-length'
export type { PinDigits } from '../crypto/pin-rule'
export type { SecureRandom, WebCryptoLike, WxRandomLike } from '../crypto/secure-random'
export { webSecureRandom, wxSecureRandom } from '../crypto/secure-random'
