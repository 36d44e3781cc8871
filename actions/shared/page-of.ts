import type * as t from 'io-ts'
import { type Codec, codec } from './codec'
import { listOf } from './list-of'
import { type FieldCodecs, type RecordOf, recordCodec, recordNode } from './record'

export interface PageFields<
  Rows extends string,
  Item,
  Required extends FieldCodecs,
  Optional extends FieldCodecs,
> {
  /** The field that holds the rows, as the vendor names it. */
  readonly rows: Rows
  readonly item: t.Type<Item, unknown, unknown>
  readonly required?: Required
  readonly optional?: Optional
}

/** A page under its documented names; a bare list of rows is read as a page of which no more is known. */
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
  const node = {
    ...recordNode(
      { required: { ...required, [rows]: listOf(item) }, optional: optional ?? {} },
      false,
    ),
    rows,
  }
  const page =
    recordCodec<
      RecordOf<Required & { readonly [Name in Rows]: { readonly _A: readonly Item[] } }, Optional>
    >(node)
  return codec(
    node,
    `page of ${rows}`,
    (value, context) => page.read(Array.isArray(value) ? { [rows]: value } : value, context),
    page.encode,
  )
}
