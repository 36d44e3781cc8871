import { alarmLogs } from '../../../../actions/mini-program/door-lock/alarm-logs'
import { commaSeparated, name, pageParams } from '../../../checks/values'
import { without } from '../../../quirks/fields'
import { single } from '../../../quirks/values'
import { lockFor } from '../../../world/lock-for'
import { logOf, memberOfEntry } from '../../../world/log'
import { pageOf } from '../../../world/page'
import { operation } from '../../operation'

/** Newest first; no codes means all of them. */
export const alarmLogsOperation = operation(alarmLogs, {
  params: { device_id: name, codes: commaSeparated, ...pageParams },
  handle: ({ world }, { device_id, codes, ...page }) => {
    const lock = lockFor(alarmLogs, world, device_id)
    const { rows, total } = pageOf(
      logOf(world, lock).filter(
        ({ category, type }) =>
          category === 'alarm_record' && (codes.length === 0 || codes.includes(type)),
      ),
      page,
    )
    return {
      total,
      records: rows.map((entry) => ({
        status: [{ code: entry.type, value: entry.value }],
        update_time: Math.floor(entry.timeMs / 1000),
        nick_name: memberOfEntry(world, lock, entry)?.nickName,
      })),
    }
  },
  sampled: { quirks: [single('records[].status'), without('records[].nick_name')] },
})
