import { expect, it } from 'vitest'
import { faultsOf } from '../../scripts/size/verdict'

it('faultsOf reports nothing within the size budgets', () => {
  expect(faultsOf({ core: 10 }, { core: 10 })).toEqual([])
})

it('faultsOf reports an entry over its size budget, and the excess bytes', () => {
  expect(faultsOf({ core: 12, crypto: 1 }, { core: 10, crypto: 5 })).toEqual([
    'core is 2 bytes over its budget of 10',
  ])
})

it('faultsOf reports an entry without a size budget, and a budget without an entry', () => {
  expect(faultsOf({ core: 1 }, { crypto: 1 })).toEqual([
    'core has no budget',
    'crypto has a budget, and is not measured',
  ])
})
