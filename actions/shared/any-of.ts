import type * as t from 'io-ts'
import { type Codec, codec, type DecodeContext, INVALID, readWith } from './codec'

type AnyType = t.Type<unknown, unknown, unknown>

/** The form that deviates least. */
const readClosest = (
  types: readonly AnyType[],
  value: unknown,
  context: DecodeContext,
): unknown => {
  let best: { readonly read: unknown; readonly drift: DecodeContext['drift'] } | undefined
  for (const type of types) {
    const attempt = context.fork(true)
    const read = readWith(type, value, attempt)
    if (read !== INVALID && (best === undefined || attempt.drift.size < best.drift.size))
      best = { read, drift: attempt.drift }
  }
  if (best === undefined) return INVALID
  best.drift.forEach(({ path, message, count }) => {
    context.addDrift(message, path, count)
  })
  return best.read
}

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
        const attempt = context.fork(false)
        const read = readWith(type, value, attempt)
        if (read !== INVALID) return read
        if (closest === undefined || attempt.issues.length < closest.issues.length)
          closest = attempt
      }
      if (context.isTolerant) {
        const tolerated = readClosest(types, value, context)
        if (tolerated !== INVALID) return tolerated
      }
      for (const { path, message } of closest?.issues ?? []) context.addIssue(path, message)
      return INVALID
    },
    (value) => (types.find((type) => type.is(value)) ?? types[0])?.encode(value),
  )
}
