export { default as pkcs7 } from 'crypto-js/pad-pkcs7.js'
