import { changeAt } from './change-at'
import type { Quirk } from './quirk'

/** In the table, not in the sample. */
export const without = (path: string): Quirk => ({
  name: `no ${path}`,
  apply: (documented) => changeAt(path, documented, () => undefined),
  forgets: [path],
})
