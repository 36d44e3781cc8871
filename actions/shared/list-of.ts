import type * as t from 'io-ts'
import { type Codec, codec, INVALID, readAt, type Trail } from './codec'
import { isPlainObject } from './plain'

/** A list; one object where a list is documented is a list of one. */
export const listOf = <A>(item: t.Type<A, unknown, unknown>): Codec<readonly A[]> =>
  codec<readonly A[]>(
    { _tag: 'listOf', item },
    `list of ${item.name}`,
    (value, trail) => {
      if (Array.isArray(value)) return readItems(item, value, trail)
      return isPlainObject(value) ? readItems(item, [value], trail) : trail.fail('expected a list')
    },
    (values) => values.map(item.encode),
  )

/** Reads every item; the same array comes back where no item had to change. */
const readItems = <A>(
  item: t.Type<A, unknown, unknown>,
  values: readonly unknown[],
  trail: Trail,
) => {
  let changed: unknown[] | undefined
  let invalid = false
  for (let index = 0; index < values.length; index++) {
    const read = readAt(index, item, values[index], trail)
    if (read === INVALID) invalid = true
    else if (read !== values[index]) {
      changed ??= values.slice()
      changed[index] = read
    }
  }
  return invalid ? INVALID : ((changed ?? values) as readonly A[])
}
