import { expect, it } from 'vitest'
import { faultsOf } from '../../scripts/size/verdict'

it('finds nothing wrong within the budgets', () => {
  expect(faultsOf({ core: 10 }, { core: 10 })).toEqual([])
})

it('finds what is over its budget, and by how much', () => {
  expect(faultsOf({ core: 12, crypto: 1 }, { core: 10, crypto: 5 })).toEqual([
    'core is 2 bytes over its budget of 10',
  ])
})

it('lets nothing pass that has no budget, nor a budget of nothing', () => {
  expect(faultsOf({ core: 1 }, { crypto: 1 })).toEqual([
    'core has no budget',
    'crypto has a budget, and is not measured',
  ])
})
