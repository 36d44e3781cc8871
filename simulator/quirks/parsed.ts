import { changeAt } from './change-at'
import type { Quirk } from './quirk'

/** JSON text in the table, the value itself in the sample. */
export const parsed = (path: string): Quirk => ({
  name: `${path} without its quotes`,
  apply: (documented) =>
    changeAt(path, documented, (value) => (typeof value === 'string' ? JSON.parse(value) : value)),
  forgets: [],
})
