import type * as t from 'io-ts'
import { parseJson } from '../../src/core/envelope/parse-json'
import { type Codec, codec, readWith } from './codec'

/** A value that travels as JSON text in a field. One level is parsed; a value that came parsed already is taken. */
export const jsonText = <A>(inner: t.Type<A, unknown, unknown>): Codec<A> =>
  codec<A>(
    { _tag: 'jsonText', inner },
    inner.name,
    (value, trail) => {
      if (typeof value !== 'string') return readWith(inner, value, trail)
      const parsed = parseJson(value)
      return parsed.ok ? readWith(inner, parsed.value, trail) : trail.fail('expected JSON text')
    },
    (value) => JSON.stringify(inner.encode(value)),
  )
