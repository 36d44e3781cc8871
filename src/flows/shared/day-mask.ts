import type { Weekday } from '../../data-points/raw/validity'

const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]

/** All seven days. */
export const ALL_DAYS = 0b1111111

/**
 * Days as `working_day` of the cloud: bit 0 is Sunday, bit 6 is Saturday; Monday, Tuesday and Friday are 38. The same
 * for temporary passwords and for shared permissions (document 001, lines 249-251 and 1504-1506).
 */
export const dayMask = (days: readonly Weekday[]): number =>
  days.reduce<number>((mask, day) => mask | (1 << day), 0)

/** The days of a mask, sorted. */
export const daysOf = (mask: number): readonly Weekday[] =>
  weekdays.filter((day) => (mask & (1 << day)) !== 0)
