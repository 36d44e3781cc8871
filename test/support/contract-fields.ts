import { schemaOf } from '../../src/core/contract/codec-schema'

/** A field of a contract, at whatever depth. */
export interface ContractField {
  /** In the spelling of the fixtures: `records[].status[].code`. */
  readonly path: string
  /** The same place under the other names that the contract takes for it. */
  readonly aliases: readonly string[]
  readonly required: boolean
  readonly codec: unknown
}

/** Every field that a codec knows, the outer ones first. */
export const fieldsOf = (codec: unknown, path = ''): readonly ContractField[] => {
  const node = schemaOf(codec)
  switch (node?._tag) {
    case 'record': {
      const at = (name: string) => (path === '' ? name : `${path}.${name}`)
      return Object.entries({ ...node.required, ...node.optional }).flatMap(([name, field]) => [
        {
          path: at(name),
          aliases: (node.aliases[name] ?? []).map(at),
          required: name in node.required,
          codec: field,
        },
        ...fieldsOf(field, at(name)),
      ])
    }
    case 'listOf':
      return fieldsOf(node.item, `${path}[]`)
    case 'secret':
    case 'jsonText':
      return fieldsOf(node.inner, path)
    case 'anyOf':
      return node.forms.flatMap((form) => fieldsOf(form, path))
    default:
      return []
  }
}

/** The first place that a path of a contract names in a value: `records[0].status[0].code`. */
export const firstPlace = (path: string): string => path.replaceAll('[]', '[0]')

const keysOf = (path: string): readonly string[] =>
  firstPlace(path)
    .split(/[.[\]]+/)
    .filter((key) => key !== '')

const valueAtKeys = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((at, key) => (opened(at) as Readonly<Record<string, unknown>>)[key], value)

/** A field of JSON text is looked up in the JSON. */
const opened = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value)

/** What stands at the first place that a path names. */
export const valueAt = (value: unknown, path: string): unknown => valueAtKeys(value, keysOf(path))

/** A copy of a value without the field at the first place that a path names. */
export const withoutField = (value: unknown, path: string): unknown => {
  const copy = structuredClone(value)
  const keys = keysOf(path)
  const parent = valueAtKeys(copy, keys.slice(0, -1)) as Record<string, unknown>
  delete parent[keys[keys.length - 1] ?? '']
  return copy
}
