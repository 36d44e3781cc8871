import { epochSeconds, flag, listOf, record } from '../../shared'
import { scheduleDayFields, scheduleDeliveryFields } from './schedule'

/** When a user may come in, as version 1.1 describes it: all of it stands in the table alone but for `permanent`. */
export const userSchedule = record({
  required: { permanent: flag() },
  optional: {
    effective_time: epochSeconds(),
    expired_time: epochSeconds(),
    operate: scheduleDeliveryFields.operate,
    delivery_status: scheduleDeliveryFields.delivery_status,
    schedule_details: listOf(record({ optional: scheduleDayFields })),
  },
})
