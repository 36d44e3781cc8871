import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Weekday } from '../../../src/data-points/raw/validity'
import { type Weekly, weeklyHours, weeklyIssues } from '../../../src/flows/shared/weekly-input'
import { scheduleRows, weeklyOf } from '../../../src/flows/temporary-passwords/weekly'

const rows = (weekly: Weekly) => scheduleRows(weeklyHours(weekly))

const weekdays = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 })
const minutes = fc
  .tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 }))
  .filter(([from, to]) => from < to)

describe('the weekly hours of a temporary password', () => {
  it('are encoded as the bits of the vendor: Monday, Tuesday and Friday are 38', () => {
    expect(rows({ days: ['monday', 'tuesday', 'friday'], fromMinute: 450, toMinute: 510 })).toEqual(
      [{ effective_time: 450, invalid_time: 510, working_day: 38 }],
    )
    expect(
      rows({ days: [5, 'monday', 2, 1], fromMinute: 450, toMinute: 510 })[0]?.working_day,
    ).toBe(38)
    expect(rows({ days: ['sunday'], fromMinute: 0, toMinute: 1 })[0]?.working_day).toBe(1)
    expect(rows({ days: ['saturday'], fromMinute: 0, toMinute: 1 })[0]?.working_day).toBe(64)
  })

  it('survive a round trip through the rows, with sorted days', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(weekdays, minutes), { minLength: 1 }), (times) => {
        const weekly = times.map(([days, [fromMinute, toMinute]]) => ({
          days: days as Weekday[],
          fromMinute,
          toMinute,
        }))
        fc.pre(
          !weekly.some(
            ({ days, fromMinute, toMinute }) =>
              days.length === 7 && fromMinute === 0 && toMinute >= 1439,
          ),
        )
        expect(weeklyIssues(weekly)).toEqual([])
        const sorted = weekly.map((time) => ({ ...time, days: [...time.days].sort() }))
        expect(weeklyOf(rows(weekly)).weekly).toEqual(sorted)
      }),
    )
  })

  it('are undefined if a row limits nothing', () => {
    expect(weeklyOf([])).toEqual({})
    expect(weeklyOf(undefined)).toEqual({})
    expect(weeklyOf([{}])).toEqual({})
    expect(
      weeklyOf([{ working_day: 2 }, { effective_time: 0, invalid_time: 1440, working_day: 127 }]),
    ).toEqual({})
    expect(weeklyOf([{ effective_time: 0, invalid_time: 1439, working_day: 127 }])).toEqual({})
    expect(weeklyOf([{ working_day: 2 }]).weekly).toEqual([
      { days: [1], fromMinute: 0, toMinute: 1440 },
    ])
  })

  it.each([
    [[], ['weekly']],
    [{ days: [], fromMinute: 0, toMinute: 60 }, ['weekly.days']],
    [{ days: ['funday'], fromMinute: 0, toMinute: 60 }, ['weekly.days']],
    [{ days: [7], fromMinute: 0, toMinute: 60 }, ['weekly.days']],
    [{ days: [1.5], fromMinute: 0, toMinute: 60 }, ['weekly.days']],
    [{ days: 'monday', fromMinute: 0, toMinute: 60 }, ['weekly.days']],
    [{ days: [1], fromMinute: 1320, toMinute: 360 }, ['weekly.toMinute']],
    [{ days: [1], fromMinute: 0, toMinute: 1441 }, ['weekly.toMinute']],
    [{ days: [1], fromMinute: -1, toMinute: 60 }, ['weekly.fromMinute']],
    [{ days: [1], fromMinute: 0.5, toMinute: 60 }, ['weekly.fromMinute']],
    [
      [
        { days: [1], fromMinute: 0, toMinute: 60 },
        { days: [8], fromMinute: 60, toMinute: 60 },
      ],
      ['weekly[1].days', 'weekly[1].toMinute'],
    ],
  ])('are rejected for %j', (weekly, paths) => {
    expect(weeklyIssues(weekly as Weekly).map(({ path }) => path)).toEqual(paths)
  })
})
