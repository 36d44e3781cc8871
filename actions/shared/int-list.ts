import { parseJson } from '../../src/core/json/parse-json'
import { type Codec, codec, type EmptyWhenMissing } from './codec'
import { int } from './int'
import { listOf } from './list-of'

/**
 * A list of integers: also as JSON text, as comma-separated text, and with `undefined` for a data point that the lock does
 * not have, all of which the vendor's own panels send.
 */
export const intList = (): Codec<readonly number[]> & EmptyWhenMissing<readonly number[]> => {
  const list = listOf(int())
  return Object.assign(
    codec<readonly number[]>(
      { _tag: 'listOf', item: int() },
      'list of int',
      (value, context) => list.read(withoutGaps(itemsIn(value)), context),
      list.encode,
    ),
    { whenMissing: list.whenMissing },
  )
}

const itemsIn = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  const parsed = parseJson(value)
  if (parsed.ok && Array.isArray(parsed.value)) return parsed.value
  return value === '' ? value : value.split(',')
}

const isGap = (item: unknown): boolean => item === undefined || item === null

/** The same list if it has no gaps. */
const withoutGaps = (value: unknown): unknown =>
  Array.isArray(value) && value.some(isGap) ? value.filter((item) => !isGap(item)) : value
