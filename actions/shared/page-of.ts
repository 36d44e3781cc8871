import type * as t from 'io-ts'
import { type Codec, codec } from './codec'
import { listOf } from './list-of'
import { type FieldCodecs, type RecordOf, recordCodec, recordSchema } from './record'

export interface PageFields<
  Rows extends string,
  Item,
  Required extends FieldCodecs,
  Optional extends FieldCodecs,
> {
  /** The vendor's name of the field with the rows. */
  readonly rows: Rows
  readonly item: t.Type<Item, unknown, unknown>
  readonly required?: Required
  readonly optional?: Optional
}

/** A page with its documented names. A bare list of rows is read as a page without further fields. */
export const pageOf = <
  Rows extends string,
  Item,
  Required extends FieldCodecs = {},
  Optional extends FieldCodecs = {},
>({
  rows,
  item,
  required,
  optional,
}: PageFields<Rows, Item, Required, Optional>): Codec<
  RecordOf<Required & { readonly [Name in Rows]: { readonly _A: readonly Item[] } }, Optional>
> => {
  const schema = {
    ...recordSchema(
      { required: { ...required, [rows]: listOf(item) }, optional: optional ?? {} },
      false,
    ),
    rows,
  }
  const page =
    recordCodec<
      RecordOf<Required & { readonly [Name in Rows]: { readonly _A: readonly Item[] } }, Optional>
    >(schema)
  return codec(
    schema,
    `page of ${rows}`,
    (value, context) => page.read(Array.isArray(value) ? { [rows]: value } : value, context),
    page.encode,
  )
}
