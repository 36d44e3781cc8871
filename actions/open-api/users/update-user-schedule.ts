import { defineAction } from '../../../src/core/action'
import { epochSeconds, flag, id, int, jsonText, listOf, params, record, text } from '../../shared'

/** The document names the last minute of the day as the most. */
const minuteOfDay = int('Integer', { min: 0, max: 1440, unit: 'minutes' })

/**
 * Sets when a user may come in.
 *
 * Document 000, lines 176-259: the sample leaves `schedule` out, sends its fields bare, most of them in camelCase, the
 * minutes as text and the times as numbers. The contract accepts these names and sends the form of the table.
 */
export const updateUserSchedule = defineAction({
  name: 'PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/schedule',
  family: 'open-api',
  safety: 'idempotent',
  locks: ['wifi-keepalive', 'access-control'],
  params: params({
    required: {
      device_id: id(),
      user_id: id(),
      /** The table says json: it does not say whether as an object or as text. The contract sends an object. */
      schedule: jsonText(
        record({
          optional: {
            permanent: flag(),
            effective_time: epochSeconds('String'),
            expired_time: epochSeconds('String'),
            schedule_details: jsonText(
              listOf(
                record({
                  optional: {
                    /** Minutes of the day: half past seven is 450. */
                    start_minute: minuteOfDay,
                    /** Minutes of the day. */
                    end_minute: minuteOfDay,
                    /** A bit for each day, bit 0 Sunday to bit 6 Saturday: Monday, Tuesday and Friday are 38. */
                    working_day: int(),
                    /** An IANA name, such as Asia/Shanghai. */
                    time_zone_id: text(),
                    /** In the sample, and in the answers of version 1.1. */
                    all_day: flag(),
                  },
                  aliases: {
                    start_minute: ['startMinute'],
                    end_minute: ['endMinute'],
                    working_day: ['workingDay'],
                    time_zone_id: ['timeZoneId'],
                    all_day: ['allDay'],
                  },
                }),
              ),
              'value',
            ),
          },
          aliases: {
            effective_time: ['effectiveTime'],
            expired_time: ['expiredTime'],
            schedule_details: ['scheduleDetails'],
          },
        }),
        'value',
      ),
    },
  }),
  result: flag(),
})
