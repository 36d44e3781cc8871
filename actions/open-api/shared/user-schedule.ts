import { epochSeconds, flag, listOf, record } from '../../shared'
import { scheduleDayFields, scheduleDeliveryFields } from './schedule'

/** The validity of a user in version 1.1. All fields except `permanent` are in the table only. */
export const userSchedule = record({
  documented: { permanent: flag() },
  optional: {
    effective_time: epochSeconds(),
    expired_time: epochSeconds(),
    operate: scheduleDeliveryFields.operate,
    delivery_status: scheduleDeliveryFields.delivery_status,
    schedule_details: listOf(record({ optional: scheduleDayFields })),
  },
})
