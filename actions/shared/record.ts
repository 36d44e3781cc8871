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
/** Written out, so that a message of the compiler shows fields and not a formula. */
type Flat<T> = T extends infer Fields ? { [Name in keyof Fields]: Fields[Name] } : never

export interface RecordFields<Required extends FieldCodecs, Optional extends FieldCodecs> {
  readonly required?: Required
  readonly optional?: Optional
  /** Other spellings that the documents or samples use for a field. The canonical name wins where both come. */
  readonly aliases?: NoInfer<{
    readonly [Name in keyof Required | keyof Optional]?: readonly string[]
  }>
}

/** An object of an answer: unknown fields pass through, so that a new field of the vendor breaks nothing. */
export const record = <Required extends FieldCodecs = {}, Optional extends FieldCodecs = {}>(
  fields: RecordFields<Required, Optional>,
): Codec<RecordOf<Required, Optional>> => recordCodec(recordNode(fields, false))

/** The parameters of a call: unknown ones are refused, here and in every object inside. */
export const params = <Required extends FieldCodecs = {}, Optional extends FieldCodecs = {}>(
  fields: RecordFields<Required, Optional> = {},
): Codec<RecordOf<Required, Optional>> => recordCodec(recordNode(fields, true))

type AnyType = t.Type<unknown, unknown, unknown>
type Values = Readonly<Record<string, unknown>>
type Fields = Readonly<Record<string, AnyType>>

export const recordNode = (
  { required = {}, optional = {}, aliases = {} }: RecordFields<FieldCodecs, FieldCodecs>,
  closed: boolean,
): CodecSchemaOf<'record'> => ({
  _tag: 'record',
  required,
  optional,
  aliases: aliases as CodecSchemaOf<'record'>['aliases'],
  closed,
})

export const recordCodec = <A>(node: CodecSchemaOf<'record'>): Codec<A> => {
  // Without a prototype: a field that is named toString is not known to every record.
  const fields: Fields = Object.assign(Object.create(null), node.required, node.optional)
  return codec<A>(node, 'object', recordReader(node, fields) as Codec<A>['read'], (value) =>
    writeRecord(fields, value as Values),
  )
}

/** Reads field by field. A copy is made only where a field changes: a clean answer comes back as itself. */
const recordReader = (node: CodecSchemaOf<'record'>, fields: Fields) => {
  const names = Object.keys(fields)
  const aliases = Object.entries(node.aliases)

  return (value: unknown, context: DecodeContext): Values | Invalid => {
    if (!isPlainObject(value)) return context.fail('expected an object')
    let source = value
    if (aliases.length > 0) source = withCanonicalNames(value, aliases)

    const outer = context.closed
    context.closed ||= node.closed
    let invalid = context.closed && refuseUnknown(source, fields, context)
    let changed: Record<string, unknown> | undefined
    for (const name of names) {
      const type = fields[name] as AnyType
      const given = source[name]
      if (isAbsent(given, type)) {
        if (name in node.required) invalid = failMissing(name, context)
        else if (given !== undefined) {
          changed ??= { ...source }
          delete changed[name]
        }
        continue
      }
      const read = readAt(name, type, given, context)
      if (read === INVALID) invalid = true
      else if (read !== given) {
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

/** null is absent, and so is an empty text where text makes no sense; in the value of a data point null stays. */
const isAbsent = (value: unknown, type: AnyType): boolean => {
  if (value === undefined) return true
  if (value !== null && value !== '') return false
  const node = unmarked(type)
  if (node?._tag === 'json') return false
  return value === null || !takesEmptyText(node)
}

const takesEmptyText = (node: CodecSchema | undefined): boolean => {
  if (node?._tag === 'text' || node?._tag === 'csv') return node.min === 0
  if (node?._tag === 'anyOf') return node.forms.some((form) => takesEmptyText(unmarked(form)))
  return node?._tag === 'emptyText' || (node?._tag === 'oneOf' && node.values.includes(''))
}

const unmarked = (type: unknown): CodecSchema | undefined => {
  const node = schemaOf(type)
  return node?._tag === 'secret' ? unmarked(node.inner) : node
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

const refuseUnknown = (value: Values, fields: Values, context: DecodeContext): boolean => {
  let refused = false
  for (const name of Object.keys(value)) {
    if (name in fields || value[name] === undefined) continue
    refused = true
    const meant = closestMatch(name, Object.keys(fields))
    context.path.push(name)
    context.fail(
      meant === undefined ? 'unknown parameter' : `unknown parameter; did you mean ${meant}?`,
    )
    context.path.pop()
  }
  return refused
}

/** The documented form. Fields that the contract does not know go as they came. */
const writeRecord = (fields: Fields, value: Values): Values => {
  const written: Record<string, unknown> = {}
  for (const name of Object.keys(value))
    if (value[name] !== undefined)
      written[name] = name in fields ? fields[name]?.encode(value[name]) : value[name]
  return written
}
