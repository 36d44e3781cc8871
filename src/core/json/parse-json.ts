/** An answer may be at most this long, and this deep. */
export const MAX_TEXT_LENGTH = 4 * 1024 * 1024
export const MAX_DEPTH = 32

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false }

const NOT_JSON: Parsed = { ok: false }

/** Reads JSON that nobody vouches for. Whole numbers of 16 digits and more come as text, so that a Long keeps its digits. */
export const parseJson = (text: string): Parsed => {
  if (text.length > MAX_TEXT_LENGTH) return NOT_JSON
  try {
    return cleanJson(
      JSON.parse(sixteenDigits.test(text) ? text.replace(stringOrNumber, keepDigits) : text),
    )
  } catch {
    return NOT_JSON
  }
}

const sixteenDigits = /\d{16}/
// A string that never ends is matched to the end of the text: to try again at each quote in it would take hours.
const stringOrNumber = /"[^"\\]*(?:\\[\s\S]?[^"\\]*)*(?:"|$)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const longInteger = /^-?\d{16,}$/
const keepDigits = (token: string): string => (longInteger.test(token) ? `"${token}"` : token)

/** Refuses what is too deep, and takes out the keys by which JSON reaches into prototypes. */
export const cleanJson = (value: unknown): Parsed =>
  clean(value, 0) ? { ok: true, value } : NOT_JSON

/** Works in place: the value was parsed a moment ago, or handed over by a host. False when too deep. */
const clean = (value: unknown, depth: number): boolean => {
  if (typeof value !== 'object' || value === null) return true
  if (depth >= MAX_DEPTH) return false
  if (Array.isArray(value)) return value.every((item) => clean(item, depth + 1))
  // A loop over the keys themselves: a list of them for each object costs as much as all the rest.
  for (const key in value) {
    if (key === '__proto__' || key === 'constructor') {
      delete (value as Record<string, unknown>)[key]
    } else if (!clean((value as Record<string, unknown>)[key], depth + 1)) {
      return false
    }
  }
  return true
}
