import { type Codec, codec } from './codec'

/** An empty text and nothing else: where samples send one in the place of another value. */
export const blank = (): Codec<''> =>
  codec<''>(
    { _tag: 'blank' },
    'empty text',
    (value, trail) => (value === '' ? value : trail.fail('expected an empty text')),
    (value) => value,
  )
