import type { listOpenLogs } from '../../../../actions/open-api/lock-records/list-open-logs'
import type { ResultOf } from '../../../../src/core/action'
import type { CheckedBy, Checks } from '../../../checks/check'
import { name, urlMillisecondsOrNone, urlPageParams } from '../../../checks/values'
import type { Cloud } from '../../../cloud'
import { single } from '../../../quirks/values'
import type { Lock } from '../../../world/lock'
import { logOf, memberOfEntry, methodOfEntry } from '../../../world/log'
import { pageOf } from '../../../world/page'
import { isWithin } from '../../../world/validity'
import type { SampledShape } from '../../operation'

export const openLogParams = {
  device_id: name,
  start_time: urlMillisecondsOrNone,
  end_time: urlMillisecondsOrNone,
  ...urlPageParams,
} satisfies Checks

/** Newest first. Who opened is empty for a method without a name, as clients report. */
export const openLogPage = (
  { world }: Cloud,
  lock: Lock,
  { start_time, end_time, ...page }: CheckedBy<typeof openLogParams>,
): ResultOf<typeof listOpenLogs> => {
  const { rows, total } = pageOf(
    logOf(world, lock)
      .filter(({ category }) => category === 'unlock_record')
      .filter(isWithin(start_time, end_time)),
    page,
  )
  return {
    total,
    logs: rows.map((entry) => {
      const member = memberOfEntry(world, lock, entry)
      return {
        status: [{ code: entry.type, value: entry.value }],
        update_time: entry.timeMs,
        unlock_name: methodOfEntry(lock, entry)?.name ?? '',
        user_id: member?.userId ?? '',
        nick_name: member?.nickName ?? '',
      }
    }),
  }
}

export const sampledOpenLogs: Partial<SampledShape> = { quirks: [single('logs[].status')] }
