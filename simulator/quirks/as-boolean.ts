import { changeAt } from './change-at'
import type { Quirk } from './quirk'

/** 0 or 1 in the table, a boolean in the sample. */
export const asBoolean = (path: string): Quirk => ({
  name: `${path} as a boolean`,
  apply: (documented) =>
    changeAt(path, documented, (value) => (value === 0 || value === 1 ? value === 1 : value)),
  forgets: [],
})
