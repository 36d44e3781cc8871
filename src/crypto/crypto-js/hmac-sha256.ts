export { default as hmacSha256 } from 'crypto-js/hmac-sha256.js'
