/** Limits of an answer: characters, and levels of nesting. */
export const MAX_TEXT_LENGTH = 4 * 1024 * 1024
export const MAX_DEPTH = 32

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false }

const BYTE_ORDER_MARK = 0xfeff

const NOT_JSON: Parsed = { ok: false }

/** Parses untrusted JSON. Integers of 16 digits and more become strings, so that a Long keeps its digits. */
export const parseJson = (given: string): Parsed => {
  if (given.length > MAX_TEXT_LENGTH) return NOT_JSON
  // A proxy may add a byte order mark, which `wx.request` keeps in the text.
  const text = given.charCodeAt(0) === BYTE_ORDER_MARK ? given.slice(1) : given
  try {
    return cleanJson(
      JSON.parse(sixteenDigits.test(text) ? text.replace(stringOrNumber, keepDigits) : text),
    )
  } catch {
    return NOT_JSON
  }
}

/** A number, which follows one of these; digits within a text rarely do, and are left as they are by the replacement. */
const sixteenDigits = /(?:^|[:,[])\s*-?\d{16}/
// An unterminated string matches up to the end of the text; retrying at each quote would take quadratic time.
const stringOrNumber = /"[^"\\]*(?:\\[\s\S]?[^"\\]*)*(?:"|$)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const longInteger = /^-?\d{16,}$/
const keepDigits = (token: string): string => (longInteger.test(token) ? `"${token}"` : token)

/** Rejects a value that is nested too deeply, and removes the keys that could change a prototype. */
export const cleanJson = (value: unknown): Parsed =>
  clean(value, 0) ? { ok: true, value } : NOT_JSON

/** Changes the value in place, because it was just parsed, or came from a host. False if it is nested too deeply. */
const clean = (value: unknown, depth: number): boolean => {
  if (typeof value !== 'object' || value === null) return true
  if (depth >= MAX_DEPTH) return false
  if (Array.isArray(value)) return value.every((item) => clean(item, depth + 1))
  // `for in` needs no array of keys, which would cost as much as the rest of the walk.
  for (const key in value) {
    if (key === '__proto__' || key === 'constructor') {
      delete (value as Record<string, unknown>)[key]
    } else if (!clean((value as Record<string, unknown>)[key], depth + 1)) {
      return false
    }
  }
  return true
}
