import type { WireNumber } from '../../src/core/contract/codec-schema'
import { type Codec, codec } from './codec'
import { numberOf } from './json-values'

export interface IntOptions {
  readonly min?: number
  readonly max?: number
  /** The unit of a duration or of a time of day. */
  readonly unit?: 'seconds' | 'minutes'
  /** The number is the last part of an identifier: 12-3 is read as 3. */
  readonly lastPart?: boolean
}

/** The integer of a number or of its text. */
export const intOf = (value: unknown): number | undefined => {
  const number = numberOf(value)
  return Number.isSafeInteger(number) ? number : undefined
}

/** An integer; its text is read too. */
export const int = (
  wireType: WireNumber = 'Integer',
  {
    min = Number.MIN_SAFE_INTEGER,
    max = Number.MAX_SAFE_INTEGER,
    unit,
    lastPart = false,
  }: IntOptions = {},
): Codec<number> =>
  codec<number>(
    { _tag: 'int', wireType, min, max, unit },
    'int',
    (value, context) => {
      const number = intOf(lastPart ? afterDash(value) : value)
      if (number === undefined) return context.fail('expected a whole number')
      if (number < min) return context.fail(`expected at least ${min}`)
      return number > max ? context.fail(`expected at most ${max}`) : number
    },
    writeNumber(wireType),
  )

const wholeIdentifier = /^\d+-(\d+)$/

const afterDash = (value: unknown): unknown =>
  (typeof value === 'string' && wholeIdentifier.exec(value)?.[1]) || value

/** Writes a number in the type of its table. */
export const writeNumber =
  (wireType: WireNumber) =>
  (value: number): unknown =>
    wireType === 'String' ? String(value) : value
