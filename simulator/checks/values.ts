import { refuse } from '../refusal'
import { check, optional } from './check'

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

/** A time of 10 digits: seconds. Milliseconds are refused. */
export const seconds = integer({ min: 1_000_000_000, max: 9_999_999_999 })

/** String of comma-separated items, which may be empty. */
export const commaSeparated = check<readonly string[]>(is('string'), (value: string) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
)

export const pageParams = {
  page_no: integer({ min: 1 }),
  page_size: integer({ min: 1, max: 100 }),
}

export const optionalText = optional(text)
