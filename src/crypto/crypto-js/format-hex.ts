export { default as hexFormat } from 'crypto-js/format-hex.js'
