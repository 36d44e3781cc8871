import type * as t from 'io-ts'
import { type Codec, codec, readWith } from './codec'

/** Marks a value that must not reach an error, an event or a log. */
export const secret = <A>(inner: t.Type<A, unknown, unknown>): Codec<A> =>
  codec<A>(
    { _tag: 'secret', inner },
    inner.name,
    (value, context) => readWith(inner, value, context),
    inner.encode,
  )
