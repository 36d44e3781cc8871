/** What an order with a password needs beside its ticket. crypto-js is loaded when the first password is encrypted. */
export type {
  PasswordCipher,
  PasswordCipherOptions,
  PasswordTicket,
} from '../crypto/password-cipher'
export { passwordCipher } from '../crypto/password-cipher'
export { isPassword, passwordLength } from '../crypto/password-length'
