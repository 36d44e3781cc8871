import { describe, expect, it } from 'vitest'
import type { Weekday } from '../../src/data-points/raw/validity'
import { dayMask, daysOf } from '../../src/flows/shared/day-mask'

describe('the day mask of the cloud', () => {
  it.each<readonly [readonly Weekday[], number]>([
    [[], 0],
    [[0], 1],
    [[6], 64],
    // The vendor's own sample: Monday, Tuesday and Friday.
    [[1, 2, 5], 38],
    [[0, 1, 2, 3, 4, 5, 6], 127],
  ])('encodes %j as %i, and decodes it again', (days, mask) => {
    expect(dayMask(days)).toBe(mask)
    expect(daysOf(mask)).toEqual(days)
  })

  it('encodes unsorted and duplicate days', () => {
    expect(dayMask([5, 1, 2, 1])).toBe(38)
  })

  it('ignores bits without a day', () => {
    expect(daysOf(0x80 | 1)).toEqual([0])
  })
})
