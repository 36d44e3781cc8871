import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withReader } from '../../actions/shared/with-reader'
import { arbitraryOf } from '../support/arbitrary'
import { generatedReaders } from '../support/generated-readers'
import { hostileFormsOf } from '../support/hostile-forms'
import { everyAction } from '../support/registries'
import { copyOf, readingOf, type TolerantCodec } from '../support/tolerant-reading'
import { wireFormsOf } from '../support/wire-forms'
import { withNoise } from '../support/with-noise'

const readers = await generatedReaders(everyAction)

const contracts = everyAction.flatMap(({ name, result }) => {
  const reader = readers.get(name)
  return reader === undefined ? [] : [{ name, contract: result as TolerantCodec, reader }]
})

it('every result that is not decoded to nothing has a generated reader', () => {
  expect(contracts.length).toBeGreaterThan(90)
})

describe.each(contracts)(
  'the generated reader of $name reads as its codec',
  ({ contract, reader }) => {
    const generated = withReader(copyOf(contract), reader)
    const expectSame = (value: unknown) => {
      expect(readingOf(generated, value)).toStrictEqual(readingOf(contract, value))
    }
    const holds = (values: fc.Arbitrary<unknown>) =>
      fc.assert(fc.property(values, expectSame), { numRuns: 50 })

    it('what the contract encodes', () => {
      holds(arbitraryOf(contract).map((value) => contract.encode(value)))
    })

    it('values in their decoded shape, which stay the same reference', () => {
      holds(arbitraryOf(contract))
      holds(arbitraryOf(contract, { full: true }))
    })

    it('the forms that clouds write', () => {
      holds(wireFormsOf(contract))
    })

    it('answers with one field that has any JSON value', () => {
      holds(
        fc
          .tuple(fc.oneof(arbitraryOf(contract), wireFormsOf(contract)), fc.nat(), fc.jsonValue())
          .map(([value, place, noise]) => withNoise(value, place, noise)),
      )
    })

    it('any JSON value', () => {
      holds(fc.jsonValue())
    })

    it('values that no JSON has', () => {
      holds(hostileFormsOf(wireFormsOf(contract)))
    })
  },
)
