import type { WireNumber } from '../../src/core/contract/codec-schema'
import { type Codec, codec } from './codec'
import { writeNumber } from './int'
import { numberOf } from './json-values'

/** The documented values are offered, any other of the same kind is taken: the vendor adds some without a word. */
export type Open<V extends string | number> =
  | V
  | (V extends string ? string & Record<never, never> : number & Record<never, never>)

/** An open enumeration. Numbers stay numbers; their plain text is read too. An empty text is a value only where it is documented. */
export const oneOf = <const V extends string | number>(
  values: readonly V[],
  wireType: WireNumber = typeof values[0] === 'string' ? 'String' : 'Integer',
): Codec<Open<V>> => {
  const isText = typeof values[0] === 'string'
  const takesEmpty = (values as readonly unknown[]).includes('')
  const write = writeNumber(wireType)
  return codec<Open<V>>(
    { _tag: 'oneOf', values, wireType },
    'oneOf',
    (value, context) => {
      const read = isText ? (typeof value === 'number' ? String(value) : value) : numberOf(value)
      return (isText && typeof read === 'string' && (read !== '' || takesEmpty)) ||
        (!isText && Number.isSafeInteger(read))
        ? (read as Open<V>)
        : context.fail(`expected ${isText ? 'text' : 'a number'}, such as ${values.join(', ')}`)
    },
    (value) => (typeof value === 'number' ? write(value) : value),
  )
}
