import { expect } from 'vitest'
import type { DocumentedParam } from '../support/fixtures'

/** Checks a value on the wire against each type of the tables. */
export const isOfType: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: Number.isSafeInteger,
  int: Number.isSafeInteger,
  // An identifier beyond 2^53 keeps its digits as text.
  long: (value) => Number.isSafeInteger(value) || typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  bool: (value) => typeof value === 'boolean',
  list: Array.isArray,
}

const isOfParamType: typeof isOfType = {
  ...isOfType,
  array: Array.isArray,
  'json array': Array.isArray,
  json: (value) => typeof value === 'object',
  object: (value) => typeof value === 'object',
}

/** Fields whose samples contradict the type of the table; the contract cannot encode both. */
const contradictory: readonly string[] = ['logCategories', 'dpIds', 'schedule']

/** Identifiers that a table calls Integer: one that begins with a zero stays text. */
const identifiers: readonly string[] = ['pwdId']

/** Asserts that every encoded parameter has the type of its table. */
export const expectDocumentedTypes = (
  encoded: unknown,
  params: readonly DocumentedParam[],
): void => {
  for (const { name, type, children } of params) {
    const value = (encoded as Readonly<Record<string, unknown>>)[name]
    // An empty text stands for no value.
    if (value === undefined || value === '' || type === null || contradictory.includes(name))
      continue
    const isRight = isOfParamType[identifiers.includes(name) ? 'long' : type.toLowerCase()]
    expect([name, type, isRight?.(value)]).toEqual([name, type, true])
    if (children === undefined) continue
    for (const item of Array.isArray(value) ? value : [value]) expectDocumentedTypes(item, children)
  }
}
