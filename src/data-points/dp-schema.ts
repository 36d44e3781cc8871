/** One data point of a lock: as `doorLock.getAvailableInstructions` answers, or as a host's schema names it. */
export type DpRow =
  | { readonly dp_code: string; readonly dp_id: number }
  | { readonly code: string; readonly id: number | string }

/** Codes and ids of one lock; no constant knows them. */
export interface DpSchema {
  idOf(code: string): string | undefined
  codeOf(id: string): string | undefined
}

/** A code that stands beside two ids is none: a guess could reach the wrong function of a lock. */
export const dpSchema = (rows: readonly DpRow[]): DpSchema => {
  const ids = new Map<string, string | undefined>()
  const codes = new Map<string, string | undefined>()
  for (const row of rows) {
    const [code, id] = 'dp_code' in row ? [row.dp_code, row.dp_id] : [row.code, row.id]
    note(ids, code, String(id))
    note(codes, String(id), code)
  }
  return { idOf: (code) => ids.get(code), codeOf: (id) => codes.get(id) }
}

const note = (map: Map<string, string | undefined>, key: string, value: string): void => {
  map.set(key, map.has(key) && map.get(key) !== value ? undefined : value)
}
