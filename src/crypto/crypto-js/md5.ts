/** Apart from the other hashes, because few servers load it. */
export { default as md5 } from 'crypto-js/md5.js'
