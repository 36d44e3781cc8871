import { isObject } from '../checks/composite-values'
import { changeAt } from './change-at'
import type { Quirk } from './quirk'

/** In the table, not in the sample. */
export const without = (path: string): Quirk => ({
  name: `no ${path}`,
  apply: (documented) => changeAt(path, documented, () => undefined),
  omits: [path],
})

/** One name in the contract, another in the vendor's table or sample. `parent` is the path of the object. */
export const renamed = (parent: string, from: string, to: string): Quirk => ({
  name: `${from} called ${to}`,
  apply: (documented) =>
    changeAt(parent, documented, (value) => {
      if (!isObject(value) || !Object.hasOwn(value, from)) return value
      const { [from]: field, ...others } = value
      return { ...others, [to]: field }
    }),
  omits: [],
})

/** In each row of the table, only in the first row of the sample. */
export const onlyInFirstRow = (field: string): Quirk => ({
  name: `${field} only in the first row`,
  apply: (documented) =>
    Array.isArray(documented)
      ? documented.map((row, index) => (index === 0 ? row : changeAt(field, row, () => undefined)))
      : documented,
  omits: [`[].${field}`],
})

/** A number in each row of a list, its text in the last of several. */
export const lastAsText = (list: string, field: string): Quirk => ({
  name: `${field} as text in the last of ${list}`,
  apply: (documented) =>
    changeAt(list, documented, (rows) =>
      Array.isArray(rows) && rows.length > 1
        ? [...rows.slice(0, -1), changeAt(field, rows[rows.length - 1], String)]
        : rows,
    ),
  omits: [],
})

/** Applies a quirk only to objects that have the field: one form of a union. */
export const whenField = (field: string, quirk: Quirk): Quirk => ({
  ...quirk,
  name: `${quirk.name} beside ${field}`,
  apply: (documented) =>
    isObject(documented) && Object.hasOwn(documented, field) ? quirk.apply(documented) : documented,
})

/** A page in the contract, only its rows in the sample. */
export const bareRows = (rows: string, omits: readonly string[]): Quirk => ({
  name: `the bare ${rows}`,
  apply: (documented) => (isObject(documented) ? documented[rows] : documented),
  omits,
})
