import { changeAt } from './change-at'
import type { Quirk } from './quirk'

/** In the sample a list is always empty. */
export const emptied = (path: string): Quirk => ({
  name: `${path} is empty`,
  apply: (documented) => changeAt(path, documented, () => []),
  forgets: [path],
})
