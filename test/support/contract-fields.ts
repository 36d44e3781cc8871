import { documentedFields, schemaOf } from '../../src/core/contract/codec-schema'

/** A field of a contract, at any depth. */
export interface ContractField {
  /** In the spelling of the fixtures: `records[].status[].code`. */
  readonly path: string
  /** The same path with each alias that the contract accepts. */
  readonly aliases: readonly string[]
  readonly required: boolean
  readonly codec: unknown
}

/** Every field of a codec, outer fields first. */
export const fieldsOf = (codec: unknown, path = ''): readonly ContractField[] => {
  const schema = schemaOf(codec)
  switch (schema?._tag) {
    case 'record': {
      const at = (name: string) => (path === '' ? name : `${path}.${name}`)
      return Object.entries({ ...schema.required, ...schema.optional }).flatMap(([name, field]) => [
        {
          path: at(name),
          aliases: (schema.aliases[name] ?? []).map(at),
          required: documentedFields(schema).includes(name),
          codec: field,
        },
        ...fieldsOf(field, at(name)),
      ])
    }
    case 'listOf':
      return fieldsOf(schema.item, `${path}[]`)
    case 'secret':
    case 'jsonText':
      return fieldsOf(schema.inner, path)
    case 'anyOf':
      return schema.forms.flatMap((form) => fieldsOf(form, path))
    default:
      return []
  }
}

/** The first place in a value that a path of a contract matches: `records[0].status[0].code`. */
export const firstPlace = (path: string): string => path.replaceAll('[]', '[0]')

const keysOf = (path: string): readonly string[] =>
  firstPlace(path)
    .split(/[.[\]]+/)
    .filter((key) => key !== '')

const valueAtKeys = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((at, key) => (parsed(at) as Readonly<Record<string, unknown>>)[key], value)

/** Parses JSON text, so that a path can continue into it. */
const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value)

/** The value at the first place that a path matches. */
export const valueAt = (value: unknown, path: string): unknown => valueAtKeys(value, keysOf(path))

/** A copy of a value without the field at the first place that a path matches. */
export const withoutField = (value: unknown, path: string): unknown => {
  const copy = structuredClone(value)
  const keys = keysOf(path)
  const parent = valueAtKeys(copy, keys.slice(0, -1)) as Record<string, unknown>
  delete parent[keys[keys.length - 1] ?? '']
  return copy
}
