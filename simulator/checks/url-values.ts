import type { Check } from './check'
import { integer } from './values'

const digits = /^\d+$/

/** Integer in a URL, where everything is text; in the body of a GET, as a sample has it, it is a number. */
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

export const urlPageParams = {
  page_no: urlInteger({ min: 1 }),
  page_size: urlInteger({ min: 1, max: 100 }),
}
