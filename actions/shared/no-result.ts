import { type Codec, codec } from './codec'

/**
 * The answer of an operation without a result.
 *
 * `true` is accepted, because similar operations answer it. Any other value is rejected: it would count as a success.
 */
export const noResult = (): Codec<undefined> =>
  codec<undefined>(
    { _tag: 'noResult' },
    'nothing',
    (value, context) =>
      value === undefined || value === null || value === '' || value === true
        ? undefined
        : context.fail('expected no result'),
    (value) => value,
  )
