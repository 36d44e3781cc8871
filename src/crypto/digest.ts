import { hmacSha256, sha256 } from './crypto-js/hashes'

/** SHA-256 of the UTF-8 text, as lower-case hex. */
export const sha256Hex = (text: string): string => sha256(text).toString()

/** HMAC-SHA256 of the UTF-8 text, as lower-case hex. */
export const hmacSha256Hex = (text: string, key: string): string => hmacSha256(text, key).toString()
