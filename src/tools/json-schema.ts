import {
  type CodecSchema,
  type CodecSchemaOf,
  documentedFields,
  schemaOf,
} from '../core/contract/codec-schema'

/** The part of JSON Schema (2020-12) that contracts need, with three own keywords. */
export interface JsonSchema {
  readonly type?: 'string' | 'integer' | 'boolean' | 'array' | 'object'
  readonly enum?: readonly (string | number)[]
  readonly anyOf?: readonly JsonSchema[]
  readonly not?: JsonSchema
  readonly minLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly additionalProperties?: boolean
  /** The unit of a number. */
  readonly 'x-unit'?: 'milliseconds' | 'seconds' | 'minutes'
  /** Must not reach a log. */
  readonly 'x-secret'?: true
  /** A list as one text. */
  readonly 'x-separator'?: ','
}

/**
 * The decoded shape of a contract as JSON Schema, not its wire format.
 *
 * A codec outside the vocabulary accepts anything.
 */
export const jsonSchemaOf = (codec: unknown): JsonSchema => describe(codec, false)

/** Nested objects of parameters are closed too. */
const describe = (codec: unknown, closed: boolean): JsonSchema => {
  const schema = schemaOf(codec)
  return schema === undefined ? {} : describeSchema(schema, closed)
}

const describeSchema = (schema: CodecSchema, closed: boolean): JsonSchema => {
  switch (schema._tag) {
    case 'id':
      return { type: 'string', minLength: 1 }
    case 'text':
      return { type: 'string', ...(schema.min > 0 && { minLength: schema.min }) }
    case 'csv':
      return { type: 'string', ...(schema.min > 0 && { pattern: '[^,\\s]' }), 'x-separator': ',' }
    case 'flag':
      return { type: 'boolean' }
    case 'json':
      return {}
    case 'int':
      return integer(schema)
    case 'epoch':
      return { type: 'integer', minimum: 0, maximum: schema.max, 'x-unit': schema.unit }
    case 'oneOf':
      return { anyOf: [{ enum: schema.values }, otherValue(schema.values)] }
    case 'secret':
      return { ...describe(schema.inner, closed), 'x-secret': true }
    case 'jsonText':
      return describe(schema.inner, closed)
    case 'listOf':
      return { type: 'array', items: describe(schema.item, closed) }
    case 'anyOf':
      return { anyOf: schema.forms.map((form) => describe(form, closed)) }
    case 'absent':
    case 'noResult':
      return { not: {} }
    case 'emptyText':
      return { enum: [''] }
    case 'dps':
      return { type: 'array', items: { type: 'object', minProperties: 1, maxProperties: 1 } }
    case 'record':
      return object(schema, closed || schema.closed)
  }
}

const integer = ({ min, max, unit }: CodecSchemaOf<'int'>): JsonSchema => ({
  type: 'integer',
  ...(min > Number.MIN_SAFE_INTEGER && { minimum: min }),
  ...(max < Number.MAX_SAFE_INTEGER && { maximum: max }),
  ...(unit !== undefined && { 'x-unit': unit }),
})

/** Enumerations are open: other values of the same type are valid. */
const otherValue = ([first]: readonly (string | number)[]): JsonSchema =>
  typeof first === 'string' ? { type: 'string', minLength: 1 } : { type: 'integer' }

const object = (schema: CodecSchemaOf<'record'>, closed: boolean): JsonSchema => {
  const properties: Record<string, JsonSchema> = {}
  for (const [name, field] of Object.entries({ ...schema.required, ...schema.optional }))
    properties[name] = describe(field, closed)
  return {
    type: 'object',
    properties,
    required: documentedFields(schema),
    additionalProperties: !closed,
  }
}
