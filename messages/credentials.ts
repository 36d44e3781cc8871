import { createHash } from 'node:crypto'

const md5Hex = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex')

/** The password of the login, derived from the secret; the secret itself is never sent. */
export const loginPassword = (clientId: string, secret: string): string =>
  md5Hex(clientId + md5Hex(secret)).slice(8, 24)

/** The key of the messages: 16 characters of the secret, for AES-128. */
export const messageKey = (secret: string): Buffer => Buffer.from(secret.slice(8, 24), 'utf8')

/**
 * The signature of an envelope: all its fields except `sign` and the empty ones, sorted, then the secret. The recipe is from
 * the vendor's signature page; no public client checks it.
 */
export const signatureOf = (
  envelope: Readonly<Record<string, unknown>>,
  secret: string,
): string => {
  const fields = Object.keys(envelope)
    .filter((name) => name !== 'sign' && !isEmpty(envelope[name]))
    .sort()
    .map((name) => `${name}=${textOf(envelope[name])}`)
  return md5Hex([...fields, secret].join('||'))
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

const textOf = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value)
