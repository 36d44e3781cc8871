import { listLockRecords } from '../../../../actions/open-api/lock-records/list-lock-records'
import { commaSeparated, name, urlMillisecondsOrNone, urlPageParams } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { logOf, unreadCountOf } from '../../../world/log'
import { pageOf } from '../../../world/page'
import { isWithin } from '../../../world/validity'
import { recordOf } from '../../mini-program/door-lock/list-records'
import { operation } from '../../operation'

/** Unlocks and alarms, newest first; no codes means all of them. */
export const listLockRecordsOperation = operation(listLockRecords, {
  params: {
    device_id: name,
    target_standard_dp_codes: commaSeparated,
    start_time: urlMillisecondsOrNone,
    end_time: urlMillisecondsOrNone,
    ...urlPageParams,
  },
  handle: ({ world }, { device_id, target_standard_dp_codes: codes, ...range }) => {
    const lock = lockFor(listLockRecords, world, device_id)
    const entries = logOf(world, lock).filter(({ category }) => category !== 'operate_log')
    const { rows, ...counts } = pageOf(
      entries
        .filter(({ type }) => codes.length === 0 || codes.includes(type))
        .filter(isWithin(range.start_time, range.end_time)),
      range,
    )
    return {
      ...counts,
      unread_count: unreadCountOf(entries),
      records: rows.map((entry) => {
        const { status: _, channel_id: __, ...record } = recordOf(entry, lock, world)
        return record
      }),
    }
  },
})
