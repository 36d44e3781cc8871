import { dpStatus } from '../../mini-program/shared/dp-status'
import { epochSeconds, int, listOf, pageOf, record, text } from '../../shared'

/** A page of alarms, in both versions of the list. */
export const alarmPage = pageOf({
  rows: 'records',
  item: record({
    key: { update_time: epochSeconds() },
    documented: {
      /** hijack, alarm_lock or doorbell. The value of a duress alarm names the method. One object in a sample. */
      status: listOf(dpStatus),
    },
    optional: { nick_name: text() },
  }),
  documented: { total: int() },
})
