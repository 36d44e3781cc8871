import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validityOf } from '../../../src/flows/members/validity'
import { mayShow, readHours } from '../../../src/flows/shared/weekly-hours'
import { permissionOf } from '../../../src/flows/sharing/permission'
import { weeklyOf } from '../../../src/flows/temporary-passwords/weekly'

/** The same hours as a row of a temporary password, of a member and of a shared permission. */
const readers = {
  'a temporary password': (from: number, to: number, days: number) => {
    const read = weeklyOf([{ effective_time: from, invalid_time: to, working_day: days }])
    return { weekly: read.weekly?.[0], isUnreadable: read.hasUnreadableHours === true }
  },
  'a member': (from: number, to: number, days: number) => {
    const { validity, hasUnreadableHours } = validityOf({
      permanent: false,
      effective_time: 1,
      expired_time: 2,
      schedule_details: [{ start_minute: from, end_minute: to, working_day: days }],
    })
    return {
      weekly: validity?.permanent === true ? undefined : validity?.weekly?.[0],
      isUnreadable: hasUnreadableHours === true,
    }
  },
  'a shared permission': (from: number, to: number, days: number) => {
    const { weekly, hasUnreadableHours } = permissionOf({
      name: '',
      schedule_start_time: from,
      schedule_end_time: to,
      working_day: days,
    })
    return { weekly: weekly?.[0], isUnreadable: hasUnreadableHours === true }
  },
}

/** The way in which the cloud of keypads shows hours, written independently of the reader. */
const asShown = (minute: number) =>
  Number(`${Math.floor(minute / 60)}${String(minute % 60).padStart(2, '0')}`)
const reversed = (mask: number) =>
  Number.parseInt(mask.toString(2).padStart(8, '0').split('').reverse().join(''), 2)

describe.each(Object.entries(readers))('the weekly hours of %s', (_name, read) => {
  it('are read if they are minutes and days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_439 }),
        fc.integer({ min: 1, max: 1_439 }),
        fc.integer({ min: 1, max: 127 }),
        (one, other, days) => {
          fc.pre(one !== other)
          const [from, to] = [Math.min(one, other), Math.max(one, other)]
          const { weekly, isUnreadable } = read(from, to, days)
          expect(isUnreadable).toBe(false)
          expect(weekly).toMatchObject({ fromMinute: from, toMinute: to })
          expect(weekly?.days.reduce<number>((mask, day) => mask + 2 ** day, 0)).toBe(days)
        },
      ),
    )
  })

  it.each([
    ['a minute after the end of the day', 1_100, 1_500, 64],
    ['a mask of eight bits', 660, 900, 128],
    ['an end before the beginning', 900, 660, 2],
  ])('are not understood with %s', (_what, from, to, days) => {
    expect(read(from, to, days)).toEqual({ weekly: undefined, isUnreadable: true })
  })

  it('limit no day with a mask of 0', () => {
    expect(read(450, 510, 0).weekly?.days).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(read(0, 0, 0)).toEqual({ weekly: undefined, isUnreadable: false })
  })
})

describe('stored weekly hours', () => {
  it('may be shown as they are, or as the cloud of keypads shows them, and in no other form', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 700 }),
        fc.integer({ min: 701, max: 1_439 }),
        fc.integer({ min: 1, max: 127 }),
        (from, to, days) => {
          const stored = readHours([{ from, to, days }]).weekly
          expect(mayShow(stored, readHours([{ from, to, days }]))).toBe(true)
          const keypad = { from: asShown(from), to: asShown(to), days: reversed(days) }
          expect(mayShow(stored, readHours([keypad]))).toBe(true)
          expect(mayShow(stored, readHours([{ from, to: to + 1, days }]))).toBe(
            to + 1 === asShown(to),
          )
          expect(mayShow(stored, {})).toBe(stored === undefined)
        },
      ),
    )
  })

  it('are shown as 1100, 1500, 64 for 660, 900, 2', () => {
    expect(
      mayShow(
        readHours([{ from: 660, to: 900, days: 2 }]).weekly,
        readHours([{ from: 1_100, to: 1_500, days: 64 }]),
      ),
    ).toBe(true)
  })
})
