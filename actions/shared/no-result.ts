import { type Codec, codec } from './codec'

/**
 * The answer of an operation that answers no more than that it succeeded.
 *
 * true says no more than that, and its siblings answer it. Anything else is refused: it would be taken for a success.
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
