/** Loaded with the first log-in. */
export { sha256Hex } from '../crypto/digest'
export { md5Hex } from '../crypto/md5-hex'
