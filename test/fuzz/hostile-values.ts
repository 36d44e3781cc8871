import fc from 'fast-check'
import { hostileFormsOf } from '../support/hostile-forms'
import { withNoise } from '../support/with-noise'

const fail = (): never => {
  throw new TypeError('thrown by a hostile value')
}

const nested = (depth: number, isList: boolean): unknown => {
  let value: unknown = 0
  for (let level = 0; level < depth; level++) value = isList ? [value] : { a: value }
  return value
}

/** Mostly near the limit of an answer, sometimes deeper than the stack. */
const deepValue = fc
  .tuple(
    fc.oneof(
      { weight: 50, arbitrary: fc.integer({ min: 1, max: 70 }) },
      { weight: 1, arbitrary: fc.integer({ min: 10_000, max: 30_000 }) },
    ),
    fc.boolean(),
  )
  .map(([depth, isList]) => nested(depth, isList))

const cycle = fc.boolean().map((isList): unknown => {
  const value: Record<string, unknown> = {}
  const list: unknown[] = [value]
  value.self = isList ? list : value
  return isList ? list : value
})

const hostileNumbers = fc.constantFrom(
  ...[Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, -0, Number.NaN],
  ...[Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 63), 2 ** 64, 1e21, 0.1],
)

export const loneSurrogates = fc
  .tuple(fc.string(), fc.constantFrom('\ud800', '\udc00', '\udfff\ud800'))
  .map(([text, half]) => text + half)

export const prototypeKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']

const prototypeFields = fc
  .tuple(fc.constantFrom(...prototypeKeys), fc.jsonValue())
  .map(([name, value]) =>
    Object.defineProperty({}, name, {
      enumerable: true,
      configurable: true,
      writable: true,
      value: { polluted: value, prototype: { polluted: value } },
    }),
  )

const throwing = fc.constantFrom<Make[]>(
  () => ({
    get id() {
      return fail()
    },
  }),
  () => ({ toJSON: fail }),
  () => ({ toString: fail, valueOf: fail }),
  () => ({ [Symbol.toPrimitive]: fail }),
  () => new Proxy({}, { get: fail }),
  () => new Proxy({}, { ownKeys: fail }),
  () => new Proxy({}, { getPrototypeOf: fail }),
  () => new Proxy([], { get: fail }),
  () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  },
  () => Object.defineProperty([1], 0, { enumerable: true, get: fail }),
)

/** A hostile value is made when it is used, because fast-check looks into the values that it generates. */
export type Make = () => unknown

export const made = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Make> =>
  values.map((value) => () => value)

/** Values that no JSON has, and values at the limits of JSON. */
const hostileParts: fc.Arbitrary<Make> = fc.oneof(
  made(
    fc.oneof(
      deepValue,
      cycle,
      hostileNumbers,
      loneSurrogates,
      prototypeFields,
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }),
    ),
  ),
  throwing,
)

/** A value with one hostile part, a hostile value in its place, or the value itself. */
export const hostileValuesOf = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Make> =>
  fc.oneof(
    { weight: 1, arbitrary: made(values) },
    { weight: 2, arbitrary: made(hostileFormsOf(values)) },
    {
      weight: 4,
      arbitrary: fc.tuple(values, fc.nat(), hostileParts).map(
        ([value, place, make]): Make =>
          () =>
            withNoise(value, place, make()),
      ),
    },
    { weight: 1, arbitrary: hostileParts },
  )
