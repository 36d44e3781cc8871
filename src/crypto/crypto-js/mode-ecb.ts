export { default as ecb } from 'crypto-js/mode-ecb.js'
