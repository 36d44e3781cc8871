import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Contract } from '../../src/core/contract/contract'
import { arbitraryOf } from '../support/arbitrary'
import { everyAction } from '../support/registries'
import { withNoise } from '../support/with-noise'

const contracts = everyAction.flatMap(({ name, params, result }) => [
  { of: `the parameters of ${name}`, contract: params },
  { of: `the result of ${name}`, contract: result },
])

const overTheWire = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))

const decoded = (contract: Contract<unknown>, value: unknown): unknown => {
  const result = contract.decode(value)
  if (result._tag === 'Left') throw new Error(result.left.map(({ message }) => message).join('; '))
  return result.right
}

describe.each(contracts)('$of', ({ contract }) => {
  it('are read back from their documented form as they were', () => {
    fc.assert(
      fc.property(arbitraryOf(contract), (value) => {
        expect(decoded(contract, overTheWire(contract.encode(value)))).toEqual(value)
      }),
    )
  })

  it('come back as the same reference where nothing has to change', () => {
    fc.assert(
      fc.property(arbitraryOf(contract), (value) => {
        expect(decoded(contract, value)).toBe(value)
      }),
    )
  })

  it('never throw, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(['Left', 'Right']).toContain(contract.decode(value)._tag)
      }),
    )
  })

  it('are in one shape or refused, whatever stands in one place of a good value', () => {
    fc.assert(
      fc.property(arbitraryOf(contract), fc.nat(), fc.jsonValue(), (value, place, noise) => {
        const read = contract.decode(withNoise(value, place, noise))
        if (read._tag === 'Right') expect(decoded(contract, read.right)).toBe(read.right)
        else expect(read.left.length).toBeGreaterThan(0)
      }),
    )
  })
})
