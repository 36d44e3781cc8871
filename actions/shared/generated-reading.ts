import { jsonOf } from './json-text'
import type { Values } from './record-reader'

/** Reads a value that is not in its decoded shape; undefined if only the codec can. */
type Read = (value: unknown) => unknown

/** The value of an optional field that is not in its shape: null if it is missing. */
export const optionalOf = (read: Read, value: unknown): unknown =>
  value === null || value === '' ? null : read(value)

/** The items of an array; the same array if none changes. */
export const itemsOf = (read: Read, values: unknown): readonly unknown[] | undefined => {
  if (!Array.isArray(values)) return undefined
  let changed: unknown[] | undefined
  for (let index = 0; index < values.length; index++) {
    const value: unknown = values[index]
    const item = read(value)
    if (item === undefined) return undefined
    if (item !== value) {
      changed ??= values.slice()
      changed[index] = item
    }
  }
  return changed ?? values
}

/** The value itself, or that of JSON text. */
export const parsedOf = (value: unknown): unknown =>
  typeof value === 'string' ? jsonOf(value) : value

/**
 * The changed copy of a record. `known` has its fields that the contract knows; `count` of them were in the answer, some
 * perhaps as null. Unknown fields of the answer are added. `optional` has the comma-separated names of the fields that may
 * be missing.
 */
export const changedRecord = (
  value: Values,
  known: Values,
  count: number,
  optional?: string,
): Values => {
  if (Object.keys(value).length === count) return known
  const copy: Record<string, unknown> = { ...value }
  for (const name of optional?.split(',') ?? [])
    if (known[name] === undefined && copy[name] !== undefined) delete copy[name]
  for (const name of Object.keys(known)) if (known[name] !== value[name]) copy[name] = known[name]
  return copy
}
