import type * as t from 'io-ts'
import { type Codec, codec, type EmptyOf, readWith, withEmptyOf } from './codec'

/** Marks a value that must not reach an error, an event or a log. */
export const secret = <A, C>(inner: t.Type<A, unknown, unknown> & C): Codec<A> & EmptyOf<C> =>
  withEmptyOf(
    inner,
    codec<A>(
      { _tag: 'secret', inner },
      inner.name,
      (value, context) => readWith(inner, value, context),
      inner.encode,
    ),
  )
