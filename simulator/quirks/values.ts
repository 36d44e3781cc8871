import { changeAt } from './change-at'
import type { Quirk } from './quirk'

/** A number in the table, text in the sample. */
export const asText = (path: string): Quirk => ({
  name: `${path} as text`,
  apply: (documented) =>
    changeAt(path, documented, (value) => (typeof value === 'number' ? String(value) : value)),
  omits: [],
})

/** JSON text in the table, the value itself in the sample. */
export const parsed = (path: string): Quirk => ({
  name: `${path} without its quotes`,
  apply: (documented) =>
    changeAt(path, documented, (value) => (typeof value === 'string' ? JSON.parse(value) : value)),
  omits: [],
})

/** 0 or 1 in the table, a boolean in the sample. */
export const asBoolean = (path: string): Quirk => ({
  name: `${path} as a boolean`,
  apply: (documented) =>
    changeAt(path, documented, (value) => (value === 0 || value === 1 ? value === 1 : value)),
  omits: [],
})

/** A Boolean in the table, 0 or 1 in the sample. */
export const asZeroOrOne = (path: string): Quirk => ({
  name: `${path} as 0 or 1`,
  apply: (documented) =>
    changeAt(path, documented, (value) => (typeof value === 'boolean' ? Number(value) : value)),
  omits: [],
})

const plainNumber = /^(0|-?[1-9]\d{0,14})$/

/** String in the table, a number in the sample. */
export const asNumber = (path: string): Quirk => ({
  name: `${path} as a number`,
  apply: (documented) =>
    changeAt(path, documented, (value) =>
      typeof value === 'string' && plainNumber.test(value) ? Number(value) : value,
    ),
  omits: [],
})

/** A list in the table, one object in the sample. A list of several items stays. */
export const single = (path: string): Quirk => ({
  name: `${path} as one object`,
  apply: (documented) =>
    changeAt(path, documented, (value) =>
      Array.isArray(value) && value.length === 1 ? value[0] : value,
    ),
  omits: [],
})

/** In the sample a field has a constant value. */
export const fixed = (path: string, sampled: string | number | boolean): Quirk => ({
  name: `${path} is always ${sampled}`,
  apply: (documented) => changeAt(path, documented, () => sampled),
  omits: [path],
})

/** In the sample a list is always empty. */
export const emptied = (path: string): Quirk => ({
  name: `${path} is empty`,
  apply: (documented) => changeAt(path, documented, () => []),
  omits: [path],
})
