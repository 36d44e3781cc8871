import type { WireNumber } from '../../src/core/contract/codec-schema'
import { type Codec, codec } from './codec'
import { writeNumber } from './int'
import { numberOf } from './json-values'

/**
 * The lowest number that counts milliseconds: 1979 as milliseconds, and as seconds after the year 9999, which the vendor
 * uses for "no end".
 */
export const FIRST_MS = 300_000_000_000
/** Decoding a decoded value must not change it, so the ranges of the units must not overlap. */
export const END_MS = FIRST_MS * 1000

const timeOf = (value: unknown): number | undefined => {
  const time = numberOf(value)
  return time !== undefined && Number.isSafeInteger(time) && time >= 0 && time < END_MS
    ? time
    : undefined
}

/** The seconds of a time in either unit. */
export const secondsOf = (value: unknown): number | undefined => {
  const time = timeOf(value)
  return time === undefined || time < FIRST_MS ? time : Math.floor(time / 1000)
}

/** The milliseconds of a time in either unit. */
export const msOf = (value: unknown): number | undefined => {
  const time = timeOf(value)
  return time !== undefined && time < FIRST_MS && time >= FIRST_MS / 1000 ? time * 1000 : time
}

const epoch = (
  unit: 'seconds' | 'milliseconds',
  read: (value: unknown) => number | undefined,
  wireType: WireNumber,
  end: number,
): Codec<number> =>
  codec<number>(
    { _tag: 'epoch', wireType, unit, max: end - 1 },
    unit,
    (value, context) => read(value) ?? context.fail(`expected a time in ${unit} since 1970`),
    writeNumber(wireType),
  )

/**
 * Seconds since 1970. A time of 13 digits is read as milliseconds, because the documents contradict themselves about
 * units, and lock models differ. 0 stays 0, which the vendor uses for "no limit".
 */
export const epochSeconds = (wireType: WireNumber = 'Long'): Codec<number> =>
  epoch('seconds', secondsOf, wireType, FIRST_MS)

/** Milliseconds since 1970. A time of 10 digits is read as seconds. */
export const epochMs = (wireType: WireNumber = 'Long'): Codec<number> =>
  epoch('milliseconds', msOf, wireType, END_MS)
