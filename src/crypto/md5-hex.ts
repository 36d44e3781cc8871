import { md5 } from './crypto-js/md5'

/** MD5 of the UTF-8 text, as lower-case hex. Only a log-in of the open API needs it. */
export const md5Hex = (text: string): string => md5(text).toString()
