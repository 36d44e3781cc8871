/** The parts of a request's path, undecoded. */
export interface UrlParts {
  readonly path: string
  readonly query: readonly string[]
}

export const urlParts = (url: string): UrlParts => {
  const at = url.indexOf('?')
  if (at < 0) return { path: url, query: [] }
  const query = url.slice(at + 1).split('&')
  return { path: url.slice(0, at), query: query.filter((pair) => pair !== '') }
}

/** The URL-decoded text; text that cannot be decoded is returned unchanged. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** As `decoded`, for a query, where a plus is a space. */
export const decodedInQuery = (text: string): string => decoded(text.replace(/\+/g, ' '))

/** The name and the value of a pair, undecoded; a pair without a value has only its name. */
export const splitPair = (pair: string): readonly [name: string, value?: string] => {
  const at = pair.indexOf('=')
  return at < 0 ? [pair] : [pair.slice(0, at), pair.slice(at + 1)]
}

/** A query, sorted by its names; `read` decodes its parts. */
export const sortedQuery = (
  pairs: readonly string[],
  read: (part: string) => string = (part) => part,
): string => {
  const sorted = pairs
    .map((pair) => splitPair(pair).map((part = '') => read(part)))
    .sort(([name = ''], [otherName = '']) => {
      if (name === otherName) return 0
      return name < otherName ? -1 : 1
    })
  return sorted.length === 0 ? '' : `?${sorted.map((pair) => pair.join('=')).join('&')}`
}
