import { describe, expect, it } from 'vitest'
import { drawSoak } from '../../scripts/soak/draw-soak'
import { growthOf } from '../../scripts/soak/sample'

const minutes = Array.from({ length: 60 }, (_, minute) => minute + 1)

describe('the growth of what a panel holds', () => {
  it('is zero for values that stay where they are, and for caches that fill at the start', () => {
    expect(growthOf(minutes.map(() => 18))).toBe(0)
    expect(growthOf(minutes.map((minute) => Math.min(minute, 15)))).toBe(0)
    expect(growthOf(minutes.map(() => 0))).toBe(0)
  })

  it('is above a tenth for a value that grows in each minute', () => {
    expect(growthOf(minutes.map((minute) => 10 + minute))).toBeGreaterThan(0.1)
    expect(growthOf(minutes.map((minute) => (minute > 40 ? 1 : 0)))).toBeGreaterThan(0.1)
  })
})

describe('the picture of a soak', () => {
  it('has a line for each value, with its range', () => {
    const picture = drawSoak([
      { title: 'Node', minutes: [1, 2, 3], values: { handles: [3, 4, 3], timers: [0, 0, 0] } },
    ])
    expect(picture.match(/<polyline/g)).toHaveLength(2)
    expect(picture).toContain('Node: 3 minutes')
    expect(picture).toContain('3 to 4')
  })
})
