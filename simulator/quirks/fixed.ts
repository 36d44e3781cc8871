import { changeAt } from './change-at'
import type { Quirk } from './quirk'

/** In the sample a field has a constant value. */
export const fixed = (path: string, sampled: string | number | boolean): Quirk => ({
  name: `${path} is always ${sampled}`,
  apply: (documented) => changeAt(path, documented, () => sampled),
  forgets: [path],
})
