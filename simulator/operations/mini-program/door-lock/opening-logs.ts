import { openingLogs } from '../../../../actions/mini-program/door-lock/opening-logs'
import { millisecondsOrNone, name, pageParams } from '../../../checks/values'
import { without } from '../../../quirks/fields'
import { single } from '../../../quirks/values'
import { lockFor } from '../../../world/lock-for'
import { logOf, memberOfEntry, methodOfEntry } from '../../../world/log'
import { pageOf } from '../../../world/page'
import { isWithin } from '../../../world/validity'
import { operation } from '../../operation'

/** This operation has another name for fingerprints. */
const openingCode = (type: string) => (type === 'unlock_fingerprint' ? 'unlock_finger' : type)

/** Newest first; the parameters are in milliseconds, the answer is in seconds. */
export const openingLogsOperation = operation(openingLogs, {
  params: {
    device_id: name,
    start_time: millisecondsOrNone,
    end_time: millisecondsOrNone,
    ...pageParams,
  },
  handle: ({ world }, { device_id, start_time, end_time, ...page }) => {
    const lock = lockFor(openingLogs, world, device_id)
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
          status: [{ code: openingCode(entry.type), value: entry.value }],
          update_time: Math.floor(entry.timeMs / 1000),
          avatar: member?.avatarUrl,
          nick_name: member?.nickName,
          unlock_name: methodOfEntry(lock, entry)?.name,
          user_id: member?.userId,
        }
      }),
    }
  },
  sampled: {
    quirks: [
      single('logs[].status'),
      without('logs[].avatar'),
      without('logs[].nick_name'),
      without('logs[].unlock_name'),
      without('logs[].user_id'),
    ],
  },
})
