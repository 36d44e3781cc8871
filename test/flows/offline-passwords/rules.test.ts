import { describe, expect, it } from 'vitest'
import {
  flooredToHour,
  offlineRules,
  windowBetween,
  windowFrom,
} from '../../../src/flows/offline-passwords/rules'
import { HOUR_MS } from './offline-harness'

const at = (hour: number, minute = 0) => Date.UTC(2021, 0, 23, hour, minute)

describe('the rules of offline passwords', () => {
  it.each([
    [at(22, 11), at(22)],
    [at(22), at(22)],
    [at(23) - 1, at(22)],
  ])('round %d down to the full hour %d', (ms, floored) => {
    expect(flooredToHour(ms)).toBe(floored)
  })

  // The vendor's own example of "once": 22:11 gives 22:00 to 04:00; of "clear_all": 22:00 to 22:00.
  it.each([
    ['once', 28],
    ['clear-all', 46],
    ['clear-one', 46],
  ] as const)('end the window of %s at hour %d of the day', (kind, hour) => {
    expect(windowFrom(kind, at(22, 11))).toEqual({
      fromMs: at(22),
      toMs: at(hour),
      useFirstBeforeMs: at(hour),
    })
  })

  it('limit the first use of the kind multiple to its window and to one day', () => {
    expect(windowBetween('multiple', at(22), at(25)).useFirstBeforeMs).toBe(at(25))
    expect(windowBetween('multiple', at(22), at(90)).useFirstBeforeMs).toBe(at(46))
  })

  it('are exported as a table', () => {
    expect(
      Object.entries(offlineRules).map(([kind, { uses, validityMs = 0, firstUseWithinMs }]) => [
        kind,
        uses,
        validityMs / HOUR_MS,
        firstUseWithinMs / HOUR_MS,
      ]),
    ).toEqual([
      ['once', 'once', 6, 6],
      ['multiple', 'any', 0, 24],
      ['clear-one', 'once', 24, 24],
      ['clear-all', 'once', 24, 24],
    ])
  })
})
