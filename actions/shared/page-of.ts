import type * as t from 'io-ts'
import { type Codec, codec } from './codec'
import { isPlainObject } from './json-values'
import { listOf } from './list-of'
import { type FieldCodecs, type RecordOf, recordCodec, recordSchema } from './record'
import { isEmptyPage, rowsIn } from './rows-in'

export interface PageFields<
  Rows extends string,
  Item,
  Documented extends FieldCodecs,
  Optional extends FieldCodecs,
> {
  /** The vendor's name of the field with the rows. */
  readonly rows: Rows
  readonly item: t.Type<Item, unknown, unknown>
  readonly documented?: Documented
  readonly optional?: Optional
}

type PageOf<
  Rows extends string,
  Item,
  Documented extends FieldCodecs,
  Optional extends FieldCodecs,
> = RecordOf<{ readonly [Name in Rows]: { readonly _A: readonly Item[] } }, Optional, Documented>

/**
 * A page with its documented names. A bare list of rows is read as a page without further fields; a tolerant read takes
 * one row, nothing, and rows under another name of the vendor as well.
 */
export const pageOf = <
  Rows extends string,
  Item,
  Documented extends FieldCodecs = {},
  Optional extends FieldCodecs = {},
>({
  rows,
  item,
  documented,
  optional,
}: PageFields<Rows, Item, Documented, Optional>): Codec<
  PageOf<Rows, Item, Documented, Optional>
> => {
  const schema = {
    ...recordSchema({
      key: { [rows]: listOf(item) },
      documented: documented ?? {},
      optional: optional ?? {},
    }),
    rows,
  }
  const page = recordCodec<PageOf<Rows, Item, Documented, Optional>>(schema)
  return codec(
    schema,
    `page of ${rows}`,
    (value, context) => {
      if (Array.isArray(value)) return page.read({ [rows]: value }, context)
      return page.read(context.isTolerant ? pageIn(value, rows) : value, context)
    },
    page.encode,
  )
}

/** An answer without the field of the rows: another name, an empty page, or one row in the place of the page. */
const pageIn = (value: unknown, rows: string): unknown => {
  if (isPlainObject(value) && value[rows] !== undefined && value[rows] !== null) return value
  if (isEmptyPage(value)) return { ...(value as object | undefined), [rows]: [] }
  if (!isPlainObject(value)) return value
  // One row, which must be readable.
  return { ...value, [rows]: rowsIn(value) ?? value }
}
