import { type Codec, codec } from './codec'

/** Any JSON value including null, not parsed further: the value of a data point. */
export const json = (): Codec<unknown> =>
  codec<unknown>(
    { _tag: 'json' },
    'json',
    (value, context) => (value === undefined ? context.fail('expected a value') : value),
    (value) => value,
  )
