import { changeAt } from './change-at'
import type { Quirk } from './quirk'

/** In each row of the table, only in the first of the sample. */
export const firstAlone = (field: string): Quirk => ({
  name: `${field} in the first row alone`,
  apply: (documented) =>
    Array.isArray(documented)
      ? documented.map((row, index) => (index === 0 ? row : changeAt(field, row, () => undefined)))
      : documented,
  forgets: [`[].${field}`],
})
