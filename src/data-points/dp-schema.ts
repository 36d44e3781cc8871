/** One data point of a lock, from `doorLock.getAvailableInstructions` or from a host's schema. */
export type DpRow =
  | { readonly dp_code: string; readonly dp_id: number }
  | { readonly code: string; readonly id: number | string }

/** The codes and ids of one lock. */
export interface DpSchema {
  idOf(code: string): string | undefined
  codeOf(id: string): string | undefined
}

/**
 * Creates a schema. A code with two ids is treated as unknown, because the wrong id could trigger another function.
 *
 * @example
 * ```ts
 * const schema = dpSchema([{ code: 'unlock_fingerprint', id: 1 }])
 * const id = schema.idOf('unlock_fingerprint') // '1'
 * ```
 */
export const dpSchema = (rows: readonly DpRow[]): DpSchema => {
  const ids = new Map<string, string | undefined>()
  const codes = new Map<string, string | undefined>()
  for (const row of rows) {
    const [code, id] = 'dp_code' in row ? [row.dp_code, row.dp_id] : [row.code, row.id]
    addUnique(ids, code, String(id))
    addUnique(codes, String(id), code)
  }
  return { idOf: (code) => ids.get(code), codeOf: (id) => codes.get(id) }
}

const addUnique = (map: Map<string, string | undefined>, key: string, value: string): void => {
  map.set(key, map.has(key) && map.get(key) !== value ? undefined : value)
}
