import fc from 'fast-check'
import { loneSurrogates, prototypeKeys } from './hostile-values'

const repeated = fc
  .tuple(fc.constantFrom('[', '{"a":', '"\\', '9', ' ', '""', ',', '\\u'), fc.nat(200))
  .map(([part, count]) => part.repeat(count))

export const pieces = fc.oneof(
  repeated,
  fc.constantFrom(...prototypeKeys).map((name) => `"${name}":{"polluted":1},`),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(String),
  fc.constantFrom(
    '1e999',
    '-0',
    '1E-400',
    'NaN',
    'null',
    '\u0000',
    '\ufeff',
    '"\\ud800"',
    '<html>',
  ),
  loneSurrogates,
  fc.string(),
)

/** JSON, and JSON with a hostile piece inside, cut, or in place of it. */
export const hostileTextsOf = (values: fc.Arbitrary<unknown>): fc.Arbitrary<string> => {
  const json = values.map((value) => JSON.stringify(value) ?? '')
  return fc.oneof(
    json,
    pieces,
    fc.tuple(json, fc.nat(), fc.nat(8), pieces).map(([text, place, removed, piece]) => {
      const at = place % (text.length + 1)
      return text.slice(0, at) + piece + text.slice(at + removed)
    }),
    fc.tuple(json, fc.nat()).map(([text, length]) => text.slice(0, length % (text.length + 1))),
  )
}
