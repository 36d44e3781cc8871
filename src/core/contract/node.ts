/** The types in which the vendor's tables speak; `encode` gives a value in the form of its type. */
export type DocumentedText = 'String' | 'Long' | 'Integer'
export type DocumentedNumber = 'Integer' | 'Long' | 'String'
export type DocumentedFlag = 'Boolean' | 'Integer' | 'String'

export type Fields = Readonly<Record<string, unknown>>

/**
 * What walkers read of a codec of the vocabulary (`actions/shared`): a tag and the plain data beside it.
 * Redaction, JSON Schema, the generators of the property tests and the reference all walk these.
 */
export type Node =
  | { readonly _tag: 'id'; readonly documented: DocumentedText }
  | {
      readonly _tag: 'int'
      readonly documented: DocumentedNumber
      readonly min: number
      readonly max: number
      readonly unit: 'seconds' | 'minutes' | undefined
    }
  | {
      readonly _tag: 'epoch'
      readonly documented: DocumentedNumber
      readonly unit: 'seconds' | 'milliseconds'
      readonly max: number
    }
  | { readonly _tag: 'flag'; readonly documented: DocumentedFlag }
  | { readonly _tag: 'text'; readonly min: 0 | 1 }
  | { readonly _tag: 'csv'; readonly min: 0 | 1 }
  | { readonly _tag: 'json' }
  | {
      readonly _tag: 'oneOf'
      readonly values: readonly (string | number)[]
      readonly documented: DocumentedNumber
    }
  | { readonly _tag: 'jsonText'; readonly inner: unknown; readonly written: 'text' | 'value' }
  | { readonly _tag: 'secret'; readonly inner: unknown }
  | { readonly _tag: 'listOf'; readonly item: unknown }
  | { readonly _tag: 'anyOf'; readonly forms: readonly unknown[] }
  | { readonly _tag: 'dps' }
  | { readonly _tag: 'absent' }
  | { readonly _tag: 'blank' }
  | { readonly _tag: 'nothing' }
  | {
      readonly _tag: 'record'
      readonly required: Fields
      readonly optional: Fields
      readonly aliases: Readonly<Record<string, readonly string[]>>
      /** Unknown keys are refused, as in the parameters of a call. */
      readonly closed: boolean
      /** The field that holds the rows, where the record is a page. */
      readonly rows?: string
    }

export type NodeOf<Tag extends Node['_tag']> = Extract<Node, { readonly _tag: Tag }>

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
  'blank',
  'nothing',
  'record',
] satisfies readonly Node['_tag'][]

/** The node of a codec, or undefined for one that is not of the vocabulary. */
export const nodeOf = (codec: unknown): Node | undefined =>
  tags.includes((codec as { readonly _tag?: string } | undefined)?._tag ?? '')
    ? (codec as Node)
    : undefined
