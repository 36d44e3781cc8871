import type { CodecSchemaOf } from '../../src/core/contract/codec-schema'
import { type Codec, codec, type EmptyWhenMissing } from './codec'
import { type Fields, recordReader, type Values } from './record-reader'

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

/** The documented form. Unknown fields are kept unchanged. */
const writeRecord = (fields: Fields, value: Values): Values => {
  const written: Record<string, unknown> = {}
  for (const name of Object.keys(value))
    if (value[name] !== undefined)
      written[name] = name in fields ? fields[name]?.encode(value[name]) : value[name]
  return written
}
