/** A number follows one of these signs, or starts the text. */
const long = /(^|[:,[\s])(-?\d{16,})(?![\d.eE])/g
// An unterminated string matches up to the end of the text; retrying at each quote would take quadratic time.
const stringOrNumber = /"[^"\\]*(?:\\[\s\S]?[^"\\]*)*(?:"|$)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const longInteger = /^-?\d{16,}$/

/** Parses JSON with the integers of 16 digits and more as strings. */
export const parseWithLongs = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(long, '$1"$2"'))
  } catch {
    // Digits within a text got quotes, which is never JSON: a digit cannot follow the end of a string.
    return JSON.parse(
      text.replace(stringOrNumber, (token) => (longInteger.test(token) ? `"${token}"` : token)),
    )
  }
}
