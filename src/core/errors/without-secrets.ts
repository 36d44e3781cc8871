/** A message is a sentence; what is longer may quote a whole request. */
const MAX_LENGTH = 200
/** No word of a sentence looks like this, but keys, tokens and encrypted passwords do. */
const opaque = /(?=[\w+/=-]*\d)[\w+/=-]{16,}/g

/**
 * Somebody else's words, with every secret cut out: the known ones, the longest first because one may stand inside
 * another, and whatever looks like one.
 */
export const withoutSecrets = (message: string, secrets: readonly string[]): string =>
  [...secrets]
    .sort((a, b) => b.length - a.length)
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.split(secret).join('[secret]'), message)
    .replace(opaque, '[hidden]')
    .slice(0, MAX_LENGTH)
