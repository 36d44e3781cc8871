import type { Weekday } from '../../data-points/raw/validity'

const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]

/**
 * Days as the cloud writes them, `working_day`: bit 0 is Sunday, bit 6 Saturday; Monday, Tuesday and Friday are 38. The
 * same for temporary passwords and for shared permissions (document 001, lines 249-251 and 1504-1506).
 */
export const dayMask = (days: readonly Weekday[]): number =>
  days.reduce<number>((mask, day) => mask | (1 << day), 0)

/** The days of a mask, in order. */
export const daysOf = (mask: number): readonly Weekday[] =>
  weekdays.filter((day) => (mask & (1 << day)) !== 0)
