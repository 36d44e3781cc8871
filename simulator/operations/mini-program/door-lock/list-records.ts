import { listRecords } from '../../../../actions/mini-program/door-lock/list-records'
import type { ResultOf } from '../../../../src/core/action'
import { commaSeparated, millisecondsOrNone, name, pageParams } from '../../../checks/values'
import { without } from '../../../quirks/fields'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import type { LogEntry } from '../../../world/log'
import {
  isBindable,
  logOf,
  memberOfEntry,
  memberOfMethod,
  methodOfEntry,
  recordTypeOf,
  unreadCountOf,
} from '../../../world/log'
import { mediaUrl } from '../../../world/media'
import { pageOf } from '../../../world/page'
import { methodOf } from '../../../world/unlock-methods'
import { isWithin } from '../../../world/validity'
import type { World } from '../../../world/world'
import { operation } from '../../operation'

/** The value of an unlock record in the sample; the numbers are not documented. */
const STATUS = 1

/** Unlocks and alarms, newest first; no codes means all of them. */
export const listRecordsOperation = operation(listRecords, {
  params: {
    device_id: name,
    target_standard_dp_codes: commaSeparated,
    start_time: millisecondsOrNone,
    end_time: millisecondsOrNone,
    ...pageParams,
  },
  handle: ({ world }, { device_id, target_standard_dp_codes: codes, ...range }) => {
    const lock = lockFor(listRecords, world, device_id)
    const entries = logOf(world, lock).filter((entry) => recordTypeOf(entry) !== undefined)
    const { rows, total } = pageOf(
      entries
        .filter(({ type }) => codes.length === 0 || codes.includes(type))
        .filter(isWithin(range.start_time, range.end_time)),
      range,
    )
    return {
      unreadCount: unreadCountOf(entries),
      total,
      records: rows.map((entry) => recordOf(entry, lock, world)),
    }
  },
  sampled: {
    envelope: 'bare',
    quirks: [
      without('records[].media_info_list[].file_path'),
      without('records[].media_info_list[].bucket'),
    ],
  },
})

/** A record as in an answer. */
export const recordOf = (
  entry: LogEntry,
  lock: Lock,
  world: World,
): ResultOf<typeof listRecords>['records'][number] => {
  const member = memberOfEntry(world, lock, entry)
  const { media, union = [] } = entry
  return {
    record_id: entry.id,
    user_id: member?.userId ?? '0',
    user_name: member?.nickName ?? '',
    unlock_name: methodOfEntry(lock, entry)?.name ?? '',
    avatar: member?.avatarUrl ?? '',
    gmt_create: entry.timeMs,
    dps: [{ [entry.type]: entry.value }],
    status: STATUS,
    record_type: entry.category === 'alarm_record' ? 'alarm' : 'normal',
    media_info_list:
      media === undefined
        ? []
        : [
            {
              file_url: mediaUrl(media),
              file_key: media.key,
              file_path: media.path,
              bucket: media.bucket,
            },
          ],
    member_bindable_flag: isBindable(lock, entry),
    union_unlock_info: union.map((number) => ({
      user_name: memberOfMethod(world, lock, number)?.nickName ?? '',
      opmode: number.dpCode,
      unlock_name: methodOf(lock, number)?.name ?? '',
    })),
    channel_id: entry.channelId,
  }
}
