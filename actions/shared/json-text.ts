import type * as t from 'io-ts'
import { parseJson } from '../../src/core/json/parse-json'
import { type Codec, codec, type EmptyOf, readWith, withEmptyOf } from './codec'

/** The value of JSON text, or undefined for text that is not JSON. */
export const jsonOf = (text: string): unknown => {
  const parsed = parseJson(text)
  return parsed.ok ? parsed.value : undefined
}

/**
 * A value whose type in the tables is JSON. Text is parsed one level; a parsed value is accepted too.
 *
 * It is sent as JSON text, or as the value itself if the samples do so.
 */
export const jsonText = <A, C>(
  inner: t.Type<A, unknown, unknown> & C,
  written: 'text' | 'value' = 'text',
): Codec<A> & EmptyOf<C> =>
  withEmptyOf(
    inner,
    codec<A>(
      { _tag: 'jsonText', inner, written },
      inner.name,
      (value, context) => {
        if (typeof value !== 'string') return readWith(inner, value, context)
        const parsed = jsonOf(value)
        return parsed === undefined
          ? context.fail('expected JSON text')
          : readWith(inner, parsed, context)
      },
      (value) => (written === 'text' ? JSON.stringify(inner.encode(value)) : inner.encode(value)),
    ),
  )
