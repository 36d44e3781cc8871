/** The hashes of crypto-js; loaded with the first signature, separate from AES. */
export { default as hmacSha256 } from 'crypto-js/hmac-sha256.js'
export { default as sha256 } from 'crypto-js/sha256.js'
