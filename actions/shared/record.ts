import type * as t from 'io-ts'
import {
  type CodecSchema,
  type CodecSchemaOf,
  schemaOf,
} from '../../src/core/contract/codec-schema'
import { closestMatch } from '../../src/core/text/closest-match'
import { type Codec, codec, type DecodeContext, INVALID, type Invalid, readAt } from './codec'
import { isPlainObject } from './json-values'

export type FieldCodecs = Readonly<Record<string, { readonly _A: unknown }>>

export type RecordOf<Required extends FieldCodecs, Optional extends FieldCodecs> = Flat<
  { readonly [Name in keyof Required]: Required[Name]['_A'] } & {
    readonly [Name in keyof Optional]?: Optional[Name]['_A'] | undefined
  }
>
/** Expanded, so that compiler messages show the fields. */
type Flat<T> = T extends infer Fields ? { [Name in keyof Fields]: Fields[Name] } : never

export interface RecordFields<Required extends FieldCodecs, Optional extends FieldCodecs> {
  readonly required?: Required
  readonly optional?: Optional
  /** Other names of a field in the documents or samples. The canonical name takes precedence. */
  readonly aliases?: NoInfer<{
    readonly [Name in keyof Required | keyof Optional]?: readonly string[]
  }>
}

/** An object of an answer. Unknown fields pass through, so that a new field of the vendor breaks nothing. */
export const record = <Required extends FieldCodecs = {}, Optional extends FieldCodecs = {}>(
  fields: RecordFields<Required, Optional>,
): Codec<RecordOf<Required, Optional>> => recordCodec(recordSchema(fields, false))

/** The parameters of a call. Unknown ones are rejected, here and in every nested object. */
export const params = <Required extends FieldCodecs = {}, Optional extends FieldCodecs = {}>(
  fields: RecordFields<Required, Optional> = {},
): Codec<RecordOf<Required, Optional>> => recordCodec(recordSchema(fields, true))

type AnyType = t.Type<unknown, unknown, unknown>
type Values = Readonly<Record<string, unknown>>
type Fields = Readonly<Record<string, AnyType>>

export const recordSchema = (
  { required = {}, optional = {}, aliases = {} }: RecordFields<FieldCodecs, FieldCodecs>,
  closed: boolean,
): CodecSchemaOf<'record'> => ({
  _tag: 'record',
  required,
  optional,
  aliases: aliases as CodecSchemaOf<'record'>['aliases'],
  closed,
})

export const recordCodec = <A>(schema: CodecSchemaOf<'record'>): Codec<A> => {
  // Without a prototype, so that `toString` is not a known field.
  const fields: Fields = Object.assign(Object.create(null), schema.required, schema.optional)
  return codec<A>(schema, 'object', recordReader(schema, fields) as Codec<A>['read'], (value) =>
    writeRecord(fields, value as Values),
  )
}

/** Reads field by field. Copies the object only if a field changes. */
const recordReader = (schema: CodecSchemaOf<'record'>, fields: Fields) => {
  const names = Object.keys(fields)
  const aliases = Object.entries(schema.aliases)

  return (value: unknown, context: DecodeContext): Values | Invalid => {
    if (!isPlainObject(value)) return context.fail('expected an object')
    let source = value
    if (aliases.length > 0) source = withCanonicalNames(value, aliases)

    const outer = context.closed
    context.closed ||= schema.closed
    let invalid = context.closed && rejectUnknown(source, fields, context)
    let changed: Record<string, unknown> | undefined
    for (const name of names) {
      const type = fields[name] as AnyType
      const input = source[name]
      if (isMissing(input, type)) {
        if (name in schema.required) invalid = failMissing(name, context)
        else if (input !== undefined) {
          changed ??= { ...source }
          delete changed[name]
        }
        continue
      }
      const read = readAt(name, type, input, context)
      if (read === INVALID) invalid = true
      else if (read !== input) {
        changed ??= { ...source }
        changed[name] = read
      }
    }
    context.closed = outer
    return invalid ? INVALID : (changed ?? source)
  }
}

const failMissing = (name: string, context: DecodeContext): true => {
  context.path.push(name)
  context.fail('missing')
  context.path.pop()
  return true
}

/** null is missing, and so is an empty text for a field that is not a text. The value of a data point keeps null. */
const isMissing = (value: unknown, type: AnyType): boolean => {
  if (value === undefined) return true
  if (value !== null && value !== '') return false
  const schema = withoutSecretMark(type)
  if (schema?._tag === 'json') return false
  return value === null || !acceptsEmptyText(schema)
}

const acceptsEmptyText = (schema: CodecSchema | undefined): boolean => {
  if (schema?._tag === 'text' || schema?._tag === 'csv') return schema.min === 0
  if (schema?._tag === 'anyOf')
    return schema.forms.some((form) => acceptsEmptyText(withoutSecretMark(form)))
  return schema?._tag === 'emptyText' || (schema?._tag === 'oneOf' && schema.values.includes(''))
}

const withoutSecretMark = (type: unknown): CodecSchema | undefined => {
  const schema = schemaOf(type)
  return schema?._tag === 'secret' ? withoutSecretMark(schema.inner) : schema
}

const withCanonicalNames = (
  value: Values,
  aliases: readonly (readonly [string, readonly string[]])[],
): Values => {
  let changed: Record<string, unknown> | undefined
  for (const [name, others] of aliases)
    for (const other of others)
      if (value[other] !== undefined) {
        changed ??= { ...value }
        if (changed[name] === undefined || changed[name] === null) changed[name] = value[other]
        delete changed[other]
      }
  return changed ?? value
}

const rejectUnknown = (value: Values, fields: Values, context: DecodeContext): boolean => {
  let isRejected = false
  for (const name of Object.keys(value)) {
    if (name in fields || value[name] === undefined) continue
    isRejected = true
    const suggestion = closestMatch(name, Object.keys(fields))
    context.path.push(name)
    context.fail(
      suggestion === undefined
        ? 'unknown parameter'
        : `unknown parameter; did you mean ${suggestion}?`,
    )
    context.path.pop()
  }
  return isRejected
}

/** The documented form. Unknown fields are kept unchanged. */
const writeRecord = (fields: Fields, value: Values): Values => {
  const written: Record<string, unknown> = {}
  for (const name of Object.keys(value))
    if (value[name] !== undefined)
      written[name] = name in fields ? fields[name]?.encode(value[name]) : value[name]
  return written
}
