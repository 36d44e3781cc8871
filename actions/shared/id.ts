import type { WireText } from '../../src/core/contract/codec-schema'
import { type Codec, codec } from './codec'

/** The text of an identifier. */
export const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string' && value !== '') return value
  return Number.isSafeInteger(value) ? String(value) : undefined
}

/**
 * An identifier: decoded as text, whatever type the table has. A Long is sent as a number if that keeps its digits.
 *
 * A number beyond 2^53 is rejected: its last digits are already lost, and it would identify something else.
 */
export const id = (wireType: WireText = 'String'): Codec<string> =>
  codec<string>(
    { _tag: 'id', wireType },
    'id',
    (value, context) =>
      idOf(value) ?? context.fail('expected an identifier: text, or a whole number below 2^53'),
    wireType === 'String' ? (value) => value : asNumberWhereSafe,
  )

/** "007" stays text, because a number would lose its zeros. */
const asNumberWhereSafe = (value: string): string | number => {
  const number = Number(value)
  return Number.isSafeInteger(number) && String(number) === value ? number : value
}
