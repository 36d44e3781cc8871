import { changeAt } from './change-at'
import type { Quirk } from './quirk'

/** A number in the table, text in the sample. */
export const asText = (path: string): Quirk => ({
  name: `${path} as text`,
  apply: (documented) =>
    changeAt(path, documented, (value) => (typeof value === 'number' ? String(value) : value)),
  forgets: [],
})
