import { type Codec, codec } from './codec'

/** Exactly the empty text, which some samples send in place of another value. */
export const emptyText = (): Codec<''> =>
  codec<''>(
    { _tag: 'emptyText' },
    'empty text',
    (value, context) => (value === '' ? value : context.fail('expected an empty text')),
    (value) => value,
  )
