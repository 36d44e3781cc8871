import type { DocumentedNumber } from '../../src/core/contract/node'
import { type Codec, codec } from './codec'
import { numberOf } from './plain'

export interface IntOptions {
  readonly min?: number
  readonly max?: number
  /** What is counted, where a number is a length of time or minutes of the day. */
  readonly unit?: 'seconds' | 'minutes'
}

/** A whole number; its plain text is read too. */
export const int = (
  documented: DocumentedNumber = 'Integer',
  { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER, unit }: IntOptions = {},
): Codec<number> =>
  codec<number>(
    { _tag: 'int', documented, min, max, unit },
    'int',
    (value, trail) => {
      const number = numberOf(value)
      if (number === undefined || !Number.isSafeInteger(number))
        return trail.fail('expected a whole number')
      if (number < min) return trail.fail(`expected at least ${min}`)
      return number > max ? trail.fail(`expected at most ${max}`) : number
    },
    writeNumber(documented),
  )

/** A number in the type of its table. */
export const writeNumber =
  (documented: DocumentedNumber) =>
  (value: number): unknown =>
    documented === 'String' ? String(value) : value
