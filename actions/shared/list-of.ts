import type * as t from 'io-ts'
import { type Codec, codec, type DecodeContext, INVALID, readAt } from './codec'
import { isPlainObject } from './json-values'

/** A list. One object in place of a documented list is a list of one. */
export const listOf = <A>(item: t.Type<A, unknown, unknown>): Codec<readonly A[]> =>
  codec<readonly A[]>(
    { _tag: 'listOf', item },
    `list of ${item.name}`,
    (value, context) => {
      if (Array.isArray(value)) return readItems(item, value, context)
      return isPlainObject(value)
        ? readItems(item, [value], context)
        : context.fail('expected a list')
    },
    (values) => values.map(item.encode),
  )

/** Reads every item; returns the same array if no item changed. */
const readItems = <A>(
  item: t.Type<A, unknown, unknown>,
  values: readonly unknown[],
  context: DecodeContext,
) => {
  let changed: unknown[] | undefined
  let invalid = false
  for (let index = 0; index < values.length; index++) {
    const read = readAt(index, item, values[index], context)
    if (read === INVALID) invalid = true
    else if (read !== values[index]) {
      changed ??= values.slice()
      changed[index] = read
    }
  }
  return invalid ? INVALID : ((changed ?? values) as readonly A[])
}
