export { default as aes } from 'crypto-js/aes.js'
