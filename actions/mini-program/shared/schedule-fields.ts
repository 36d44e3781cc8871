import { int } from '../../shared'

/** The weekly hours of a temporary password. */
export const scheduleFields = {
  /** Minutes of the day. */
  effective_time: int('Long', { unit: 'minutes' }),
  /** Minutes of the day. */
  invalid_time: int('Long', { unit: 'minutes' }),
  /** A bit for each day, bit 0 Sunday to bit 6 Saturday: Monday, Tuesday and Friday are 38. */
  working_day: int(),
}
