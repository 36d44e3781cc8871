import type * as t from 'io-ts'
import { type Codec, codec, DecodeContext, INVALID, readWith } from './codec'

type AnyType = t.Type<unknown, unknown, unknown>

/**
 * The first form that decodes. If none does, the issues of the form with the fewest issues.
 */
export const anyOf = <const Forms extends readonly { readonly _A: unknown }[]>(
  ...forms: Forms
): Codec<Forms[number]['_A']> => {
  const types = forms as unknown as readonly AnyType[]
  return codec<Forms[number]['_A']>(
    { _tag: 'anyOf', forms: types },
    types.map(({ name }) => name).join(' or '),
    (value, context) => {
      let closest: DecodeContext | undefined
      for (const type of types) {
        const attempt = new DecodeContext()
        attempt.closed = context.closed
        const read = readWith(type, value, attempt)
        if (read !== INVALID) return read
        if (closest === undefined || attempt.issues.length < closest.issues.length)
          closest = attempt
      }
      for (const { path, message } of closest?.issues ?? [])
        context.issues.push({ path: [...context.path, ...path], message })
      return INVALID
    },
    (value) => (types.find((type) => type.is(value)) ?? types[0])?.encode(value),
  )
}
