/** A longer message may quote a whole request. */
const MAX_LENGTH = 200
/** Keys, tokens and encrypted passwords match this; words of a sentence do not. */
const long = /[\w+/=-]{16,}/g

/**
 * Redacts a third-party message: first the known secrets, the longest first because one may contain another, then
 * everything that looks like a secret.
 */
export const withoutSecrets = (message: string, secrets: readonly string[]): string =>
  [...secrets]
    .sort((a, b) => b.length - a.length)
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.split(secret).join('[secret]'), message)
    .replace(long, (word) => (/\d/.test(word) ? '[hidden]' : word))
    .slice(0, MAX_LENGTH)
