import { changeAt } from './change-at'
import type { Quirk } from './quirk'

/** A number in each row of a list, its text in the last of several. */
export const lastAsText = (list: string, field: string): Quirk => ({
  name: `${field} as text in the last of ${list}`,
  apply: (documented) =>
    changeAt(list, documented, (rows) =>
      Array.isArray(rows) && rows.length > 1
        ? [...rows.slice(0, -1), changeAt(field, rows[rows.length - 1], String)]
        : rows,
    ),
  forgets: [],
})
