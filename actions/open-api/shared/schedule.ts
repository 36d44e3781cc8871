import { flag, int, oneOf, text } from '../../shared'

/** The weekly hours of a user; used field by field. */
export const scheduleDayFields = {
  /** Minutes of the day: half past seven is 450. */
  start_minute: int('Long', { unit: 'minutes' }),
  /** Minutes of the day. */
  end_minute: int('Long', { unit: 'minutes' }),
  /** A bit for each day, bit 0 Sunday to bit 6 Saturday: Monday, Tuesday and Friday are 38. */
  working_day: int(),
  all_day: flag(),
  /** An IANA name, such as Asia/Shanghai. */
  time_zone_id: text(),
}

/** The progress of the last change of a validity; used field by field. */
export const scheduleDeliveryFields = {
  operate: oneOf(['ADD', 'MODIFY', 'DELETE']),
  delivery_status: oneOf(['ONGOING', 'SUCCESS', 'FAILED']),
}
