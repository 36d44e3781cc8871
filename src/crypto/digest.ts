import { hmacSha256 } from './crypto-js/hmac-sha256'
import { sha256 } from './crypto-js/sha256'

/** SHA-256 of a text's UTF-8, as lower-case hex. */
export const sha256Hex = (text: string): string => sha256(text).toString()

/** HMAC-SHA256 of a text's UTF-8, as lower-case hex. */
export const hmacSha256Hex = (text: string, key: string): string => hmacSha256(text, key).toString()
