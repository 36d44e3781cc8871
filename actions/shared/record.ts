import type * as t from 'io-ts'
import {
  type CodecSchema,
  type CodecSchemaOf,
  schemaOf,
} from '../../src/core/contract/codec-schema'
import { closestMatch } from '../../src/core/text/closest-match'
import {
  type Codec,
  codec,
  type DecodeContext,
  type EmptyWhenMissing,
  INVALID,
  type Invalid,
  readAt,
} from './codec'
import { isPlainObject } from './json-values'

export type FieldCodecs = Readonly<Record<string, { readonly _A: unknown }>>

export type RecordOf<
  Required extends FieldCodecs,
  Optional extends FieldCodecs,
  Documented extends FieldCodecs = {},
> = Flat<
  { readonly [Name in keyof Required]: Required[Name]['_A'] } & {
    readonly [Name in EmptyNames<Documented>]: Documented[Name]['_A']
  } & {
    readonly [Name in Exclude<keyof Documented, EmptyNames<Documented>>]?:
      | Documented[Name]['_A']
      | undefined
  } & { readonly [Name in keyof Optional]?: Optional[Name]['_A'] | undefined }
>
/** The documented fields that are empty where they are missing: texts and lists. */
type EmptyNames<Documented extends FieldCodecs> = {
  [Name in keyof Documented]: Documented[Name] extends EmptyWhenMissing<unknown> ? Name : never
}[keyof Documented]
/** Expanded, so that compiler messages show the fields. */
type Flat<T> = T extends infer Fields ? { [Name in keyof Fields]: Fields[Name] } : never

export interface ParamFields<Required extends FieldCodecs, Optional extends FieldCodecs> {
  readonly required?: Required
  readonly optional?: Optional
  /** Other names of a field in the documents or samples. The canonical name takes precedence. */
  readonly aliases?: NoInfer<{
    readonly [Name in keyof Required | keyof Optional]?: readonly string[]
  }>
}

export interface RecordFields<
  Key extends FieldCodecs,
  Documented extends FieldCodecs,
  Optional extends FieldCodecs,
> {
  /** The fields without which the object says nothing. As few as possible: a missing one costs the object. */
  readonly key?: Key
  /**
   * The other fields that the documents have in every answer. Where the cloud leaves one out, a text or list is empty, and
   * any other value is absent.
   */
  readonly documented?: Documented
  /** The fields that the documents leave out in some answers. */
  readonly optional?: Optional
  /** Other names of a field in the documents or samples. The canonical name takes precedence. */
  readonly aliases?: NoInfer<{
    readonly [Name in keyof Key | keyof Documented | keyof Optional]?: readonly string[]
  }>
}

/** An object of an answer. Unknown fields pass through, so that a new field of the vendor breaks nothing. */
export const record = <
  Key extends FieldCodecs = {},
  Documented extends FieldCodecs = {},
  Optional extends FieldCodecs = {},
>(
  fields: RecordFields<Key, Documented, Optional>,
): Codec<RecordOf<Key, Optional, Documented>> => recordCodec(recordSchema(fields))

/** The parameters of a call. Unknown ones are rejected, here and in every nested object. */
export const params = <Required extends FieldCodecs = {}, Optional extends FieldCodecs = {}>({
  required = {} as Required,
  optional = {} as Optional,
  aliases = {},
}: ParamFields<Required, Optional> = {}): Codec<RecordOf<Required, Optional>> =>
  recordCodec({
    _tag: 'record',
    required,
    optional,
    documented: [],
    aliases: aliases as CodecSchemaOf<'record'>['aliases'],
    closed: true,
  })

type AnyType = t.Type<unknown, unknown, unknown>
type Values = Readonly<Record<string, unknown>>
type Fields = Readonly<Record<string, AnyType>>

export const recordSchema = ({
  key = {},
  documented = {},
  optional = {},
  aliases = {},
}: RecordFields<FieldCodecs, FieldCodecs, FieldCodecs>): CodecSchemaOf<'record'> => ({
  _tag: 'record',
  required: key,
  optional: { ...documented, ...optional },
  documented: Object.keys(documented),
  aliases: aliases as CodecSchemaOf<'record'>['aliases'],
  closed: false,
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
  const { documented } = schema

  return (input: unknown, context: DecodeContext): Values | Invalid => {
    const value = context.isTolerant ? unwrapped(input, names, context) : input
    if (!isPlainObject(value)) return context.fail('expected an object')
    let source = value
    if (aliases.length > 0) source = withCanonicalNames(value, aliases)

    const outer = context.closed
    context.closed ||= schema.closed
    let invalid = context.closed && rejectUnknown(source, fields, context)
    const { isTolerant } = context
    let changed: Record<string, unknown> | undefined
    const change = (name: string, read: unknown) => {
      changed ??= { ...source }
      if (read === undefined) delete changed[name]
      else changed[name] = read
    }
    for (const name of names) {
      const type = fields[name] as AnyType
      const field = source[name]
      const isKey = name in schema.required
      if (isMissing(field, type)) {
        const isDocumented = documented.includes(name)
        if (isKey || (isDocumented && !isTolerant)) invalid = failMissing(name, context)
        else if (isDocumented) {
          context.path.push(name)
          context.addDrift('missing')
          context.path.pop()
          change(name, emptyOf(type))
        } else if (field !== undefined) change(name, undefined)
        continue
      }
      const issueCount = context.issues.length
      const read = readAt(name, type, field, context)
      // An unreadable list is not an empty one.
      const canLeaveOut = !isKey && !(documented.includes(name) && Array.isArray(emptyOf(type)))
      if (read === INVALID && isTolerant && canLeaveOut) {
        context.leaveOut(issueCount)
        change(name, documented.includes(name) ? emptyOf(type) : undefined)
      } else if (read === INVALID) invalid = true
      else if (read !== field) change(name, read)
    }
    context.closed = outer
    return invalid ? INVALID : (changed ?? source)
  }
}

const emptyOf = (type: AnyType): unknown => (type as Partial<EmptyWhenMissing<unknown>>).whenMissing

/** One object in a list of one, or the bare identifier of an object that is nothing but an identifier. */
const unwrapped = (
  input: unknown,
  [name, ...others]: readonly string[],
  { path }: DecodeContext,
): unknown => {
  if (Array.isArray(input) && input.length === 1) return input[0]
  const isScalar = typeof input === 'string' || typeof input === 'number'
  // Only for a whole answer: a text in a list of rows is no row.
  const isBare = isScalar && path.length === 0 && name !== undefined && others.length === 0
  return isBare ? { [name]: input } : input
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
