import { changeAt } from './change-at'
import type { Quirk } from './quirk'

const plainNumber = /^(0|-?[1-9]\d{0,14})$/

/** String in the table, a number in the sample. */
export const asNumber = (path: string): Quirk => ({
  name: `${path} as a number`,
  apply: (documented) =>
    changeAt(path, documented, (value) =>
      typeof value === 'string' && plainNumber.test(value) ? Number(value) : value,
    ),
  forgets: [],
})
