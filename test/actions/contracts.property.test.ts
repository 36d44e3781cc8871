import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Contract } from '../../src/core/contract/contract'
import { arbitraryOf } from '../support/arbitrary'
import { everyAction } from '../support/registries'
import { withNoise } from '../support/with-noise'

const contracts = everyAction.flatMap(({ name, params, result }) => [
  { title: `the parameters of ${name}`, contract: params },
  { title: `the results of ${name}`, contract: result },
])

const overTheWire = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))

const decoded = (contract: Contract<unknown>, value: unknown): unknown => {
  const result = contract.decode(value)
  if (result._tag === 'Left') throw new Error(result.left.map(({ message }) => message).join('; '))
  return result.right
}

describe.each(contracts)('$title', ({ contract }) => {
  it('are decoded from their encoded form to the same value', () => {
    fc.assert(
      fc.property(arbitraryOf(contract), (value) => {
        expect(decoded(contract, overTheWire(contract.encode(value)))).toEqual(value)
      }),
    )
  })

  it('are decoded to the same reference when nothing changes', () => {
    fc.assert(
      fc.property(arbitraryOf(contract), (value) => {
        expect(decoded(contract, value)).toBe(value)
      }),
    )
  })

  it('are decoded from any JSON value without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(['Left', 'Right']).toContain(contract.decode(value)._tag)
      }),
    )
  })

  it('are decoded to their shape or rejected when one field has any JSON value', () => {
    fc.assert(
      fc.property(arbitraryOf(contract), fc.nat(), fc.jsonValue(), (value, index, noise) => {
        const changed = contract.decode(withNoise(value, index, noise))
        if (changed._tag === 'Right') expect(decoded(contract, changed.right)).toBe(changed.right)
        else expect(changed.left.length).toBeGreaterThan(0)
      }),
    )
  })
})
