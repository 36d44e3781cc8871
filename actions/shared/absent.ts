import { type Codec, codec } from './codec'

/**
 * A field that one form of a union does not have, so that the compiler can distinguish the forms. null and an empty
 * text are absent too; any other value is rejected with `reason`.
 */
export const absent = (reason: string): Codec<undefined> =>
  codec<undefined>(
    { _tag: 'absent' },
    'absent',
    (value, context) => (value === undefined ? value : context.fail(reason)),
    (value) => value,
  )
