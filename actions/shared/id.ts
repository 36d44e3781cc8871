import type { DocumentedText } from '../../src/core/contract/node'
import { type Codec, codec } from './codec'

/**
 * An identifier: text inside, whatever the table calls it. A Long leaves as a number where that keeps its digits.
 *
 * A number beyond 2^53 is refused: its last digits are gone already, and it would name something else.
 */
export const id = (documented: DocumentedText = 'String'): Codec<string> =>
  codec<string>(
    { _tag: 'id', documented },
    'id',
    (value, trail) => {
      if (typeof value === 'string' && value !== '') return value
      if (Number.isSafeInteger(value)) return String(value)
      return trail.fail('expected an identifier: text, or a whole number below 2^53')
    },
    documented === 'String' ? (value) => value : asNumberWhereSafe,
  )

/** "007" stays text: a number would lose its zeros. */
const asNumberWhereSafe = (value: string): string | number => {
  const number = Number(value)
  return Number.isSafeInteger(number) && String(number) === value ? number : value
}
