import { flag, int, jsonText, listOf, record } from '../../shared'

/** When in the week a temporary password is valid: JSON text in the tables, a list in the samples. */
export const schedule = jsonText(
  listOf(
    record({
      optional: {
        allDay: flag(),
        /** Minutes of the day. */
        effectiveTime: int('Integer', { unit: 'minutes' }),
        /** Minutes of the day. */
        invalidTime: int('Integer', { unit: 'minutes' }),
        /** A bit for each day, bit 0 Sunday to bit 6 Saturday: Monday, Tuesday and Friday are 38. */
        workingDay: int(),
      },
    }),
  ),
)
