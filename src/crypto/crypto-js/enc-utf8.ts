export { default as utf8 } from 'crypto-js/enc-utf8.js'
