import type { listAlarmLogs } from '../../../../actions/open-api/lock-records/list-alarm-logs'
import type { ResultOf } from '../../../../src/core/action'
import type { Cloud } from '../../../cloud'
import type { Lock } from '../../../world/lock'
import { logOf, memberOfEntry } from '../../../world/log'
import { type PageParams, pageOf } from '../../../world/page'

/** Newest first. */
export const alarmLogPage = (
  { world }: Cloud,
  lock: Lock,
  codes: readonly string[],
  page: PageParams,
): ResultOf<typeof listAlarmLogs> => {
  const { rows, total } = pageOf(
    logOf(world, lock).filter(
      ({ category, type }) => category === 'alarm_record' && codes.includes(type),
    ),
    page,
  )
  return {
    total,
    records: rows.map((entry) => ({
      status: [{ code: entry.type, value: entry.value }],
      update_time: Math.floor(entry.timeMs / 1000),
      nick_name: memberOfEntry(world, lock, entry)?.nickName ?? '',
    })),
  }
}
