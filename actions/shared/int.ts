import type { DocumentedNumber } from '../../src/core/contract/node'
import { type Codec, codec } from './codec'
import { numberOf } from './plain'

export interface IntOptions {
  readonly min?: number
  readonly max?: number
  /** What is counted, where a number is a length of time or minutes of the day. */
  readonly unit?: 'seconds' | 'minutes'
  /** Where the number is the last part of an identifier: of 12-3, should it come whole, the 3 is read. */
  readonly lastPart?: boolean
}

/** A whole number; its plain text is read too. */
export const int = (
  documented: DocumentedNumber = 'Integer',
  {
    min = Number.MIN_SAFE_INTEGER,
    max = Number.MAX_SAFE_INTEGER,
    unit,
    lastPart = false,
  }: IntOptions = {},
): Codec<number> =>
  codec<number>(
    { _tag: 'int', documented, min, max, unit },
    'int',
    (value, trail) => {
      const number = numberOf(lastPart ? afterDash(value) : value)
      if (number === undefined || !Number.isSafeInteger(number))
        return trail.fail('expected a whole number')
      if (number < min) return trail.fail(`expected at least ${min}`)
      return number > max ? trail.fail(`expected at most ${max}`) : number
    },
    writeNumber(documented),
  )

const wholeIdentifier = /^\d+-(\d+)$/

const afterDash = (value: unknown): unknown =>
  (typeof value === 'string' && wholeIdentifier.exec(value)?.[1]) || value

/** A number in the type of its table. */
export const writeNumber =
  (documented: DocumentedNumber) =>
  (value: number): unknown =>
    documented === 'String' ? String(value) : value
