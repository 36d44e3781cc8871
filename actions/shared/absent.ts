import { type Codec, codec } from './codec'

/**
 * A field that one form of a union does not have, so that the compiler tells the forms apart. null and an empty text
 * are absent too; any other value is refused with the reason given.
 */
export const absent = (reason: string): Codec<undefined> =>
  codec<undefined>(
    { _tag: 'absent' },
    'absent',
    (value, context) => (value === undefined ? value : context.fail(reason)),
    (value) => value,
  )
