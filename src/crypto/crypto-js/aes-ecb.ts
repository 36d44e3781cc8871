/** The parts of crypto-js for AES in ECB mode; loaded with the first password. */
export { default as aes } from 'crypto-js/aes.js'
export { default as utf8 } from 'crypto-js/enc-utf8.js'
export { default as hexFormat } from 'crypto-js/format-hex.js'
export { default as ecb } from 'crypto-js/mode-ecb.js'
export { default as pkcs7 } from 'crypto-js/pad-pkcs7.js'
