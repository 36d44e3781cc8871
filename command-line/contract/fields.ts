import {
  type CodecSchema,
  type CodecSchemaOf,
  schemaOf,
} from '../../src/core/contract/codec-schema'

/** A field of a contract in words. */
export interface Field {
  /** `records[].user_id`; empty for the whole. */
  readonly path: string
  readonly type: string
  readonly codec: unknown
  /** `key`: without it the object is invalid. `documented`: in every answer of the documents. */
  readonly presence: 'key' | 'documented' | 'optional'
}

/** The forms that a contract takes: one, unless it is a choice. */
export const formsOf = (codec: unknown): readonly unknown[] => {
  const node = schemaOf(codec)
  return node?._tag === 'anyOf' ? node.forms : [codec]
}

/** Every field of a contract and of the objects inside it. */
export const fieldsOf = (codec: unknown): readonly Field[] => {
  const fields = new Map<string, Field>()
  collect(codec, '', fields)
  return [...fields.values()]
}

const collect = (codec: unknown, path: string, fields: Map<string, Field>): void => {
  const node = schemaOf(codec)
  if (node?._tag === 'secret' || node?._tag === 'jsonText') collect(node.inner, path, fields)
  else if (node?._tag === 'listOf') collect(node.item, `${path}[]`, fields)
  else if (node?._tag === 'anyOf') for (const form of node.forms) collect(form, path, fields)
  else if (node?._tag === 'record') collectFields(node, path, fields)
}

const collectFields = (
  schema: CodecSchemaOf<'record'>,
  path: string,
  fields: Map<string, Field>,
): void => {
  for (const [name, field] of Object.entries({ ...schema.required, ...schema.optional })) {
    if (schemaOf(field)?._tag === 'absent') continue
    const at = path === '' ? name : `${path}.${name}`
    if (!fields.has(at))
      fields.set(at, {
        path: at,
        type: typeOf(field),
        codec: field,
        presence: presenceOf(schema, name),
      })
    collect(field, at, fields)
  }
}

const presenceOf = (schema: CodecSchemaOf<'record'>, name: string): Field['presence'] => {
  if (name in schema.required) return 'key'
  return schema.documented.includes(name) ? 'documented' : 'optional'
}

/** A short description of a type. */
export const typeOf = (codec: unknown): string => {
  const node = schemaOf(codec)
  return node === undefined ? 'anything' : wordsFor(node)
}

const wordsFor = (node: CodecSchema): string => {
  switch (node._tag) {
    case 'id':
      return 'id (text)'
    case 'int':
      return integer(node)
    case 'epoch':
      return `integer, ${node.unit} since 1970`
    case 'flag':
      return 'boolean'
    case 'text':
      return 'text'
    case 'csv':
      return 'text, comma-separated'
    case 'json':
      return 'any JSON'
    case 'oneOf':
      return `${node.values.map((value) => JSON.stringify(value)).join(', ')} or another`
    case 'jsonText':
      return typeOf(node.inner)
    case 'secret':
      return `${typeOf(node.inner)}, secret`
    case 'listOf':
      return `list of ${typeOf(node.item).replace(/^object$/, 'objects')}`
    case 'anyOf':
      return [...new Set(node.forms.map(typeOf))].join(' or ')
    case 'dps':
      return 'list of data points'
    case 'absent':
      return 'left out'
    case 'emptyText':
      return 'empty text'
    case 'noResult':
      return 'nothing'
    case 'record':
      return node.rows === undefined ? 'object' : 'page'
  }
}

const integer = ({ min, max, unit }: CodecSchemaOf<'int'>): string => {
  const hasMin = min > Number.MIN_SAFE_INTEGER
  const hasMax = max < Number.MAX_SAFE_INTEGER
  const range = `${hasMin ? ` from ${min}` : ''}${hasMax ? ` to ${max}` : ''}`
  return `integer${range}${unit === undefined ? '' : `, ${unit}`}`
}
