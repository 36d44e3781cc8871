import { changeAt } from './change-at'
import type { Quirk } from './quirk'

/** A Boolean in the table, 0 or 1 in the sample. */
export const asFlagNumber = (path: string): Quirk => ({
  name: `${path} as 0 or 1`,
  apply: (documented) =>
    changeAt(path, documented, (value) => (typeof value === 'boolean' ? Number(value) : value)),
  forgets: [],
})
