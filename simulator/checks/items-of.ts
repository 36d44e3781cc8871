import { type Check, check } from './check'

/** List of plain values. */
export const itemsOf = <T>(item: Check<T>) =>
  check<readonly T[]>(Array.isArray, (values: readonly unknown[], field) =>
    values.map((value, index) => item.read(value, `${field}[${index}]`)),
  )
