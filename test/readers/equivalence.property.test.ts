import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withReader } from '../../actions/shared/with-reader'
import type { Contract } from '../../src/core/contract/contract'
import { issuesOf } from '../../src/core/errors/issue'
import { arbitraryOf } from '../support/arbitrary'
import { generatedReaders } from '../support/generated-readers'
import { hostileFormsOf } from '../support/hostile-forms'
import { everyAction } from '../support/registries'
import { wireFormsOf } from '../support/wire-forms'
import { withNoise } from '../support/with-noise'

const readers = await generatedReaders(everyAction)

type Read = Required<Contract<unknown>>['readTolerantly']

/** What a caller sees of a reading: the verdict, the value, whether it is the same reference, and every report. */
const outcomeOf = (contract: { readonly readTolerantly: Read }, value: unknown) => {
  try {
    const read = contract.readTolerantly(value)
    return read.ok
      ? {
          value: read.value,
          isSame: read.value === value,
          drift: issuesOf(read.drift),
          counts: read.drift.map(({ count }) => count),
        }
      : { refused: issuesOf(read.errors) }
  } catch (error) {
    return { thrown: String(error) }
  }
}

/** The contract itself stays as it is. */
const copyOf = <C extends object>(contract: C): C =>
  Object.assign(Object.create(Object.getPrototypeOf(contract)), contract) as C

const contracts = everyAction.flatMap(({ name, result }) => {
  const reader = readers.get(name)
  return reader === undefined
    ? []
    : [{ name, contract: result as Contract<unknown> & { readTolerantly: Read }, reader }]
})

it('every result that is not decoded to nothing has a generated reader', () => {
  expect(contracts.length).toBeGreaterThan(90)
})

describe.each(contracts)(
  'the generated reader of $name reads as its codec',
  ({ contract, reader }) => {
    const generated = withReader(copyOf(contract), reader)
    const expectSame = (value: unknown) => {
      expect(outcomeOf(generated, value)).toStrictEqual(outcomeOf(contract, value))
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
