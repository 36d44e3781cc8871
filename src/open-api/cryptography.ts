/** What needs crypto-js; loaded with the first request. */
export { sha256Hex } from '../crypto/digest'
export { md5Hex } from '../crypto/md5-hex'
export { signRequest } from './sign-request'
