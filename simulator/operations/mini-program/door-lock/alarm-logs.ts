import { alarmLogs } from '../../../../actions/mini-program/door-lock/alarm-logs'
import { commaSeparated, name, pageParams } from '../../../checks/values'
import { single } from '../../../quirks/single'
import { without } from '../../../quirks/without'
import { lockFor } from '../../../world/lock-for'
import { pageOf } from '../../../world/page'
import type { Alarm } from '../../../world/world'
import { operation } from '../../operation'

/** Newest first; no codes means all of them. */
export const alarmLogsOperation = operation(alarmLogs, {
  params: { device_id: name, codes: commaSeparated, ...pageParams },
  handle: ({ world }, { device_id, codes, ...page }) => {
    const { id } = lockFor(alarmLogs, world, device_id)
    const { rows, total } = pageOf(
      world.alarms
        .filter((alarm) => alarm.lockId === id && raisesOneOf(alarm, codes))
        .sort((one, other) => other.time - one.time),
      page,
    )
    return {
      total,
      records: rows.map(({ status, time, nickName }) => ({
        status,
        update_time: time,
        nick_name: nickName,
      })),
    }
  },
  sampled: { quirks: [single('records[].status'), without('records[].nick_name')] },
})

const raisesOneOf = ({ status }: Alarm, codes: readonly string[]) =>
  codes.length === 0 || status.some(({ code }) => codes.includes(code))
