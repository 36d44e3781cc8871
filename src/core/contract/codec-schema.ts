/** The types of the vendor's tables; `encode` writes a value in this type. */
export type WireText = 'String' | 'Long' | 'Integer'
export type WireNumber = 'Integer' | 'Long' | 'String'
export type WireFlag = 'Boolean' | 'Integer' | 'String'

type Fields = Readonly<Record<string, unknown>>

/**
 * The plain data of a codec of the vocabulary (`actions/shared`). Redaction, JSON Schema, the generators of the property
 * tests and the reference walk these.
 */
export type CodecSchema =
  | { readonly _tag: 'id'; readonly wireType: WireText }
  | {
      readonly _tag: 'int'
      readonly wireType: WireNumber
      readonly min: number
      readonly max: number
      readonly unit: 'seconds' | 'minutes' | undefined
    }
  | {
      readonly _tag: 'epoch'
      readonly wireType: WireNumber
      readonly unit: 'seconds' | 'milliseconds'
      readonly max: number
    }
  | { readonly _tag: 'flag'; readonly wireType: WireFlag }
  | { readonly _tag: 'text'; readonly min: 0 | 1 }
  | { readonly _tag: 'csv'; readonly min: 0 | 1 }
  | { readonly _tag: 'json' }
  | {
      readonly _tag: 'oneOf'
      readonly values: readonly (string | number)[]
      readonly wireType: WireNumber
    }
  | { readonly _tag: 'jsonText'; readonly inner: unknown; readonly written: 'text' | 'value' }
  | { readonly _tag: 'secret'; readonly inner: unknown }
  | { readonly _tag: 'listOf'; readonly item: unknown }
  | { readonly _tag: 'anyOf'; readonly forms: readonly unknown[] }
  | { readonly _tag: 'dps' }
  | { readonly _tag: 'absent' }
  | { readonly _tag: 'emptyText' }
  | { readonly _tag: 'noResult' }
  | {
      readonly _tag: 'record'
      /** Parameters: without them a call is invalid. Answers: without them the object says nothing. */
      readonly required: Fields
      readonly optional: Fields
      /** The optional fields of an answer that the documents have in every answer. */
      readonly documented: readonly string[]
      readonly aliases: Readonly<Record<string, readonly string[]>>
      /** Unknown keys are rejected, as in the parameters of a call. */
      readonly closed: boolean
      /** The field with the rows, if the record is a page. */
      readonly rows?: string
    }

export type CodecSchemaOf<Tag extends CodecSchema['_tag']> = Extract<
  CodecSchema,
  { readonly _tag: Tag }
>

/** The fields that the documents have in every object: without them strict reading fails. */
export const documentedFields = ({
  required,
  documented,
}: CodecSchemaOf<'record'>): readonly string[] => [...Object.keys(required), ...documented]

const tags: readonly string[] = [
  'id',
  'int',
  'epoch',
  'flag',
  'text',
  'csv',
  'json',
  'oneOf',
  'jsonText',
  'secret',
  'listOf',
  'anyOf',
  'dps',
  'absent',
  'emptyText',
  'noResult',
  'record',
] satisfies readonly CodecSchema['_tag'][]

/** The schema of a codec, or undefined for a codec that is not of the vocabulary. */
export const schemaOf = (codec: unknown): CodecSchema | undefined =>
  tags.includes((codec as { readonly _tag?: string } | undefined)?._tag ?? '')
    ? (codec as CodecSchema)
    : undefined
