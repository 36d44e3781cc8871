export { default as sha256 } from 'crypto-js/sha256.js'
