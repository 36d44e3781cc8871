import type * as t from 'io-ts'
import { type Codec, codec, DecodeContext, type EmptyWhenMissing, INVALID, readWith } from './codec'
import { isPlainObject } from './json-values'
import { isEmptyPage, rowsIn } from './rows-in'

/**
 * A list. One object in place of a documented list is a list of one; a tolerant read also takes the rows of a page, reads
 * nothing as an empty list, and leaves out unreadable rows.
 */
export const listOf = <A>(
  item: t.Type<A, unknown, unknown>,
): Codec<readonly A[]> & EmptyWhenMissing<readonly A[]> =>
  Object.assign(
    codec<readonly A[]>(
      { _tag: 'listOf', item },
      `list of ${item.name}`,
      (value, context) => {
        if (Array.isArray(value)) return readItems(item, value, context)
        if (context.isTolerant && isEmptyPage(value)) return []
        if (!isPlainObject(value)) return context.fail('expected a list')
        const rows = context.isTolerant && !isItem(item, value) ? rowsIn(value) : undefined
        if (rows !== undefined) return readItems(item, rows, context)
        return readItems(item, [value], context)
      },
      (values) => values.map(item.encode),
    ),
    { whenMissing: [] as readonly A[] },
  )

const isItem = <A>(item: t.Type<A, unknown, unknown>, value: unknown): boolean =>
  readWith(item, value, new DecodeContext(true)) !== INVALID

/**
 * Reads every item; returns the same array if no item changed. A tolerant read leaves unreadable items out, but not all of
 * them: a list that cannot be read is not an empty one.
 */
const readItems = <A>(
  item: t.Type<A, unknown, unknown>,
  values: readonly unknown[],
  context: DecodeContext,
) => {
  const firstIssue = context.issues.length
  let changed: unknown[] | undefined
  let invalid = false
  const depth = context.path.push(0) - 1
  for (let index = 0; index < values.length; index++) {
    context.path[depth] = index
    const read = readWith(item, values[index], context)
    if (read === INVALID) {
      invalid = true
      if (context.isTolerant) changed ??= values.slice(0, index)
    } else if (changed !== undefined) changed.push(read)
    else if (read !== values[index]) {
      changed = values.slice(0, index)
      changed.push(read)
    }
  }
  context.path.pop()
  if (invalid && context.isTolerant && changed !== undefined && changed.length > 0) {
    context.leaveOut(firstIssue)
    invalid = false
  }
  return invalid ? INVALID : ((changed ?? values) as readonly A[])
}
