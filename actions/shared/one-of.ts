import type { WireNumber } from '../../src/core/contract/codec-schema'
import { type Codec, codec } from './codec'
import { intOf, writeNumber } from './int'
import { textOf } from './text'

/** The documented values, or any other value of the same type, because the vendor adds undocumented ones. */
export type Open<V extends string | number> =
  | V
  | (V extends string ? string & Record<never, never> : number & Record<never, never>)

/** An open enumeration. Numbers stay numbers; their text is read too. An empty text is valid only if it is documented. */
export const oneOf = <const V extends string | number>(
  values: readonly V[],
  wireType: WireNumber = typeof values[0] === 'string' ? 'String' : 'Integer',
): Codec<Open<V>> => {
  const isText = typeof values[0] === 'string'
  const acceptsEmpty = (values as readonly unknown[]).includes('')
  const write = writeNumber(wireType)
  return codec<Open<V>>(
    { _tag: 'oneOf', values, wireType },
    'oneOf',
    (value, context) => {
      const read = isText ? textOf(value) : intOf(value)
      return read === undefined || (read === '' && !acceptsEmpty)
        ? context.fail(`expected ${isText ? 'text' : 'a number'}, such as ${values.join(', ')}`)
        : (read as Open<V>)
    },
    (value) => (typeof value === 'number' ? write(value) : value),
  )
}
