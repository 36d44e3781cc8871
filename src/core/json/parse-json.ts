import { parseWithLongs } from './parse-with-longs'

/** Limits of an answer: characters, and levels of nesting. */
export const MAX_TEXT_LENGTH = 4 * 1024 * 1024
export const MAX_DEPTH = 32

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false }

const BYTE_ORDER_MARK = 0xfeff
/** The smallest integer of 16 digits. */
const SMALLEST_LONG = 1e15

const NOT_JSON: Parsed = { ok: false }

/** Parses untrusted JSON. Integers of 16 digits and more become strings, so that a Long keeps its digits. */
export const parseJson = (given: string): Parsed => {
  if (given.length > MAX_TEXT_LENGTH) return NOT_JSON
  // A proxy may add a byte order mark, which `wx.request` keeps in the text.
  const text = given.charCodeAt(0) === BYTE_ORDER_MARK ? given.slice(1) : given
  try {
    const findings: Findings = { hasLong: false }
    const parsed = cleanJson(JSON.parse(text), findings)
    // The numbers are looked at, not the text: a search of the whole text costs more than parsing it.
    return parsed.ok && findings.hasLong ? cleanJson(parseWithLongs(text)) : parsed
  } catch {
    return NOT_JSON
  }
}

/** The fields of an object, or of the JSON text of one; empty for anything else. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => {
  const parsed = typeof value === 'string' ? parseJson(value) : undefined
  const fields = parsed?.ok === true ? parsed.value : value
  return typeof fields === 'object' && fields !== null
    ? (fields as Readonly<Record<string, unknown>>)
    : {}
}

interface Findings {
  /** A number may have 16 digits or more, which it cannot keep. */
  hasLong: boolean
}

/** Rejects a value that is nested too deeply, and removes the keys that could change a prototype. */
export const cleanJson = (value: unknown, findings: Findings = { hasLong: false }): Parsed =>
  clean(value, 0, findings) ? { ok: true, value } : NOT_JSON

/** Changes the value in place, because it was just parsed, or came from a host. False if it is nested too deeply. */
const clean = (value: unknown, depth: number, findings: Findings): boolean => {
  if (typeof value === 'number' && (value >= SMALLEST_LONG || value <= -SMALLEST_LONG))
    findings.hasLong = true
  if (typeof value !== 'object' || value === null) return true
  if (depth >= MAX_DEPTH) return false
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++)
      if (!clean(value[index], depth + 1, findings)) return false
    return true
  }
  // `for in` needs no array of keys, which would cost as much as the rest of the walk.
  for (const key in value) {
    if (key === '__proto__' || key === 'constructor') {
      delete (value as Record<string, unknown>)[key]
      continue
    }
    const field = (value as Record<string, unknown>)[key]
    // Most fields are texts, and need no call.
    if (typeof field !== 'string' && !clean(field, depth + 1, findings)) return false
  }
  return true
}
