import { flatMap } from '../core/contract/flat-map'
import { type Check, expects, isObject, optional } from '../core/options/check'

/** Headers by name; a value may be a secret, and no message contains one. */
export type HeaderRecord = Readonly<Record<string, string>>

/** The headers of every request, or a function that is called for each request, so that a token stays current. */
export type HeaderSource = HeaderRecord | (() => HeaderRecord | PromiseLike<HeaderRecord>)

export const isHeaderSource: Check = /*#__PURE__*/ optional(
  /*#__PURE__*/ expects(
    'an object of texts, or a function',
    (source) => typeof source === 'function' || isObject(source),
  ),
)

const NAME = /^[\w!#$%&'*+.^`|~-]+$/
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/
/** The words of these headers are words of messages, too. */
const PUBLIC_NAME = /^(?:accept|content-|user-agent)/i
/** Shorter values are not redacted, because that would make the cloud's message unreadable. */
const MIN_SECRET_LENGTH = 6

export const INVALID_HEADER = /*#__PURE__*/ new TypeError('invalid header')

/** Fails for an invalid header, because the platform's error would quote its value. */
export const resolveHeaders = async (source: HeaderSource | undefined): Promise<HeaderRecord> => {
  const headers = { ...(typeof source === 'function' ? await source() : source) }
  for (const [name, value] of Object.entries(headers))
    if (!NAME.test(name) || typeof value !== 'string' || !VALUE.test(value)) throw INVALID_HEADER
  return headers
}

export const hasHeader = (headers: HeaderRecord, lowerCaseName: string): boolean =>
  Object.keys(headers).some((name) => name.toLowerCase() === lowerCaseName)

/** Adds the content type, unless the caller set one in any case. */
export const withJsonBody = (headers: HeaderRecord): Record<string, string> =>
  hasHeader(headers, 'content-type')
    ? { ...headers }
    : { 'content-type': 'application/json', ...headers }

/** The values and their parts: a cloud may quote the token of `Bearer <token>`, or one of several cookies. */
export const secretsIn = (headers: HeaderRecord): readonly string[] =>
  flatMap(
    Object.keys(headers).filter((name) => !PUBLIC_NAME.test(name)),
    (name) => [headers[name] as string, ...(headers[name] as string).split(/[\s,;=]+/)],
  ).filter((word) => word.length >= MIN_SECRET_LENGTH)
