/** The vendor's documents only say "AES"; the cloud uses all 32 characters of the access key, so AES-256. */
export const ACCESS_KEY_LENGTH = 32
/** AES-128, as document 001 says. */
const SESSION_KEY_LENGTH = 16

/** Keys are ASCII, so that one character is one byte. */
const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)

export const isAccessKey = (text: string): boolean =>
  text.length === ACCESS_KEY_LENGTH && isAscii(text)

export const isSessionKey = (text: string): boolean =>
  text.length === SESSION_KEY_LENGTH && isAscii(text)
