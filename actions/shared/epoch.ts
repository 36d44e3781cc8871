import type { DocumentedNumber } from '../../src/core/contract/node'
import { type Codec, codec } from './codec'
import { writeNumber } from './int'
import { numberOf } from './plain'

/** Seconds reach this in the year 5138, milliseconds passed it in 1973: below it a time is in seconds. */
const FIRST_MS = 100_000_000_000
/** The last instant that a Date can hold. */
const LAST_MS = 8_640_000_000_000_000

const epoch = (unit: 'seconds' | 'milliseconds', documented: DocumentedNumber): Codec<number> =>
  codec<number>(
    { _tag: 'epoch', documented, unit },
    unit,
    (value, trail) => {
      const time = numberOf(value)
      if (time === undefined || !Number.isSafeInteger(time) || time < 0 || time > LAST_MS)
        return trail.fail(`expected a time in ${unit} since 1970`)
      if (unit === 'seconds') return time < FIRST_MS ? time : Math.floor(time / 1000)
      return time < FIRST_MS ? time * 1000 : time
    },
    writeNumber(documented),
  )

/**
 * Seconds since 1970. A time of 13 digits is read as milliseconds: the documents contradict themselves about
 * units, and lock models differ. 0 stays 0, which the vendor uses for "no limit".
 */
export const epochSeconds = (documented: DocumentedNumber = 'Long'): Codec<number> =>
  epoch('seconds', documented)

/** Milliseconds since 1970. A time of 10 digits is read as seconds. */
export const epochMs = (documented: DocumentedNumber = 'Long'): Codec<number> =>
  epoch('milliseconds', documented)
