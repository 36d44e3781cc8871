import type { DpRow, DpSchema } from './dp-schema'

/** Codes and ids without definitions. A code with two ids is treated as unknown: the wrong id could trigger another function. */
export const dpIds = (rows: readonly DpRow[]): DpSchema => {
  const ids = new Map<string, string | undefined>()
  const codes = new Map<string, string | undefined>()
  for (const row of rows) {
    const named = namesOf(row)
    if (named === undefined) continue
    addUnique(ids, named.code, named.id)
    addUnique(codes, named.id, named.code)
  }
  return { idOf: (code) => ids.get(code), codeOf: (id) => codes.get(id) }
}

/** The code and the id of a row of a host; undefined if it has none. */
const namesOf = (row: unknown): { readonly code: string; readonly id: string } | undefined => {
  const {
    dp_code,
    dp_id,
    code = dp_code,
    id = dp_id,
  } = (row ?? {}) as Readonly<Record<string, unknown>>
  const text = idText(id)
  return typeof code === 'string' && code !== '' && text !== undefined
    ? { code, id: text }
    : undefined
}

/** An id of a host, which may be a number, as text; undefined for anything else. */
export const idText = (id: unknown): string | undefined =>
  typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : undefined

const addUnique = (map: Map<string, string | undefined>, key: string, value: string): void => {
  map.set(key, map.has(key) && map.get(key) !== value ? undefined : value)
}
