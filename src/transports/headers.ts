import { flatMap } from '../core/contract/flat-map'

export type HeaderRecord = Readonly<Record<string, string>>

/** HeaderRecord of every request, or a function that makes them; it is called for each try, so that a token stays fresh. */
export type HeaderSource = HeaderRecord | (() => HeaderRecord | PromiseLike<HeaderRecord>)

const NAME = /^[\w!#$%&'*+.^`|~-]+$/
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/
/** What is shorter is no credential, and cutting it out would spoil the cloud's message. */
const MIN_SECRET_LENGTH = 6

/** Fails for a header that HTTP cannot carry: a platform's own error would quote its value. */
export const resolveHeaders = async (source: HeaderSource | undefined): Promise<HeaderRecord> => {
  const headers = { ...(typeof source === 'function' ? await source() : source) }
  for (const [name, value] of Object.entries(headers))
    if (!NAME.test(name) || typeof value !== 'string' || !VALUE.test(value))
      throw new TypeError('not a header')
  return headers
}

/** The content type stands unless the caller names another, in whatever case. */
export const withJsonBody = (headers: HeaderRecord): Record<string, string> =>
  Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
    ? { ...headers }
    : { 'content-type': 'application/json', ...headers }

/** The values, and the words in them: a cloud repeats the token of `Bearer <token>`, or one of several cookies. */
export const secretsIn = (headers: HeaderRecord): readonly string[] =>
  flatMap(Object.values(headers), (value) => [value, ...value.split(/[\s,;=]+/)]).filter(
    (word) => word.length >= MIN_SECRET_LENGTH,
  )
