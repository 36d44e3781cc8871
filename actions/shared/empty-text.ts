import { type Codec, codec } from './codec'

/** An empty text and nothing else: where samples send one in the place of another value. */
export const emptyText = (): Codec<''> =>
  codec<''>(
    { _tag: 'emptyText' },
    'empty text',
    (value, context) => (value === '' ? value : context.fail('expected an empty text')),
    (value) => value,
  )
