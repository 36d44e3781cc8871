import { changeAt } from './change-at'
import type { Quirk } from './quirk'

/** A list in the table, one object in the sample. A list of several items stays. */
export const single = (path: string): Quirk => ({
  name: `${path} as one object`,
  apply: (documented) =>
    changeAt(path, documented, (value) =>
      Array.isArray(value) && value.length === 1 ? value[0] : value,
    ),
  forgets: [],
})
