import { deepStrictEqual } from 'node:assert'
import type { JsonSchema } from '../../src/tools/json-schema'

const known: readonly string[] = [
  'type',
  'enum',
  'anyOf',
  'not',
  'minLength',
  'pattern',
  'minimum',
  'maximum',
  'items',
  'properties',
  'required',
  'minProperties',
  'maxProperties',
  'additionalProperties',
  'x-unit',
  'x-secret',
  'x-separator',
]

const isOfType: Readonly<Record<NonNullable<JsonSchema['type']>, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  // A contract accepts only integers that JSON represents exactly.
  integer: Number.isSafeInteger,
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}

/** Validates by the part of JSON Schema 2020-12 that contracts use; an unknown keyword throws. */
export const schemaAccepts = (schema: JsonSchema, value: unknown): boolean => {
  deepStrictEqual(
    Object.keys(schema).filter((keyword) => !known.includes(keyword)),
    [],
  )
  if (schema.type !== undefined && !isOfType[schema.type](value)) return false
  if (schema.enum !== undefined && !schema.enum.some((one) => one === value)) return false
  if (schema.anyOf !== undefined && !schema.anyOf.some((form) => schemaAccepts(form, value)))
    return false
  if (schema.not !== undefined && schemaAccepts(schema.not, value)) return false
  if (typeof value === 'string')
    return value.length >= (schema.minLength ?? 0) && new RegExp(schema.pattern ?? '').test(value)
  if (typeof value === 'number')
    return value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity)
  const { items } = schema
  if (Array.isArray(value))
    return items === undefined || value.every((item) => schemaAccepts(items, item))
  return typeof value !== 'object' || value === null || fieldsMatch(schema, value)
}

const fieldsMatch = (schema: JsonSchema, value: object): boolean => {
  const { properties = {}, required = [], additionalProperties = true } = schema
  const names = Object.keys(value)
  return (
    required.every((name) => names.includes(name)) &&
    names.length >= (schema.minProperties ?? 0) &&
    names.length <= (schema.maxProperties ?? Infinity) &&
    Object.entries(value).every(([name, field]) =>
      Object.hasOwn(properties, name)
        ? schemaAccepts(properties[name] ?? {}, field)
        : additionalProperties,
    )
  )
}
