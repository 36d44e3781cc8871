import { refuse } from '../refusal'
import { type Check, check, optional } from './check'

const is = (type: string) => (value: unknown) => typeof value === type

/** String. */
export const text = check<string>(is('string'), (value: string) => value)
/** String that names something: not empty. */
export const name = check<string>(is('string'), (value: string, field) =>
  value.trim() === '' ? refuse('param is empty', field) : value,
)
/** Boolean: not its text, not 0 or 1. */
export const boolean = check<boolean>(is('boolean'), (value: boolean) => value)

/** Integer or Long, within bounds. */
export const integer = ({ min = 0, max = Number.MAX_SAFE_INTEGER } = {}) =>
  check<number>(Number.isSafeInteger, (value: number, field) =>
    value >= min && value <= max ? value : refuse('param is illegal', field),
  )

const orNone = (time: Check<number>): Check<number> => ({
  optional: false,
  read: (value, field) => (value === 0 ? 0 : time.read(value, field)),
})

/** A time of 10 digits: seconds. Milliseconds are refused. */
export const seconds = integer({ min: 1_000_000_000, max: 9_999_999_999 })
/** The same, or 0 for no limit. */
export const secondsOrNone = orNone(seconds)
/** A time of 13 digits, or 0 for no limit. Seconds are refused. */
export const millisecondsOrNone = orNone(
  integer({ min: 1_000_000_000_000, max: 9_999_999_999_999 }),
)

/** One of the values of the table. */
export const oneOf = <const V extends string | number>(values: readonly V[]) =>
  check<V>(is(typeof values[0]), (value: V, field) =>
    values.includes(value) ? value : refuse('param is illegal', field),
  )

/** Any JSON value, null too. */
export const anything: Check<unknown> = {
  optional: false,
  read: (value, field) => (value === undefined ? refuse('param is empty', field) : value),
}

/** String of comma-separated items, which may be empty. */
export const commaSeparated = check<readonly string[]>(is('string'), (value: string) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
)

/** String or number: the identifiers that the tables call Long may have too many digits for a number. */
export const long = check<string>(
  (value) => Number.isSafeInteger(value) || (typeof value === 'string' && /^\d+$/.test(value)),
  String,
)

export const pageParams = {
  page_no: integer({ min: 1 }),
  page_size: integer({ min: 1, max: 100 }),
}

export const optionalText = optional(text)

const digits = /^\d+$/

/** Integer in a URL, where it is text; in the body of a GET, which a sample has, it is a number. */
export const urlInteger = (
  bounds: { readonly min?: number; readonly max?: number } = {},
): Check<number> => {
  const { read } = integer(bounds)
  return {
    optional: false,
    read: (value, field) =>
      read(typeof value === 'string' && digits.test(value) ? Number(value) : value, field),
  }
}

/** Boolean in a URL, where it is text. */
export const urlBoolean: Check<boolean> = {
  optional: false,
  read: (value, field) =>
    value === undefined || typeof value === 'boolean'
      ? boolean.read(value, field)
      : oneOf(['true', 'false']).read(value, field) === 'true',
}

/** Milliseconds in a URL, or 0 for no limit. */
export const urlMillisecondsOrNone: Check<number> = {
  optional: false,
  read: (value, field) =>
    millisecondsOrNone.read(value === undefined ? value : urlInteger().read(value, field), field),
}

export const urlPageParams = {
  page_no: urlInteger({ min: 1 }),
  page_size: urlInteger({ min: 1, max: 100 }),
}
