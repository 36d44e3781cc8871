import { operateRecords } from '../../../../actions/mini-program/door-lock/operate-records'
import type { ResultOf } from '../../../../src/core/action'
import { optional } from '../../../checks/check'
import { boolean, commaSeparated, integer, name, secondsOrNone } from '../../../checks/values'
import { without } from '../../../quirks/fields'
import { fixed } from '../../../quirks/values'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import type { LogEntry } from '../../../world/log'
import { isBindable, logOf, memberOfEntry, methodOfEntry, recordTypeOf } from '../../../world/log'
import { type Media, mediaUrl } from '../../../world/media'
import { rowsAfter } from '../../../world/page'
import { isWithin } from '../../../world/validity'
import type { World } from '../../../world/world'
import { operation } from '../../operation'

type Row = ResultOf<typeof operateRecords>['records'][number]

/**
 * All entries of the log, newest first. The `lastRowKey` of a page is the start of the next one.
 *
 * The table calls `logCategories` an Integer, and does not list its values: these are the names of the samples.
 */
export const operateRecordsOperation = operation(operateRecords, {
  params: {
    device_id: name,
    startTime: secondsOrNone,
    endTime: secondsOrNone,
    userIds: optional(commaSeparated),
    logCategories: optional(commaSeparated),
    lastRowKey: optional(name),
    pageSize: integer({ min: 1, max: 100 }),
    onlyShowMediaRecord: optional(boolean),
  },
  handle: ({ world }, { device_id, lastRowKey, pageSize, ...filter }) => {
    const lock = lockFor(operateRecords, world, device_id)
    const { userIds = [], logCategories = [], onlyShowMediaRecord = false } = filter
    const entries = logOf(world, lock)
      .filter(isWithin(filter.startTime * 1000, endOfSecond(filter.endTime)))
      .filter(({ category }) => logCategories.length === 0 || logCategories.includes(category))
      .filter(({ media }) => !onlyShowMediaRecord || media !== undefined)
      .filter(
        (entry) =>
          userIds.length === 0 || userIds.includes(memberOfEntry(world, lock, entry)?.userId ?? ''),
      )
    const { rows, hasMore } = rowsAfter(entries, lastRowKey, pageSize)
    return {
      hasMore,
      lastRowKey: rows[rows.length - 1]?.id,
      records: rows.map((entry) => rowOf(entry, lock, world)),
    }
  },
  sampled: {
    envelope: 'bare',
    quirks: [
      without('hasMore'),
      without('lastRowKey'),
      fixed('records[].media_info_list[].file_url', ''),
      fixed('records[].media_info_list[].media_url', ''),
    ],
  },
})

/** The last millisecond of a second; 0 means no limit. */
const endOfSecond = (seconds: number) => (seconds === 0 ? 0 : seconds * 1000 + 999)

const rowOf = (entry: LogEntry, lock: Lock, world: World): Row => {
  const member = memberOfEntry(world, lock, entry)
  return {
    log_id: entry.id,
    log_type: entry.type,
    log_category: entry.category,
    media_info_list: entry.media === undefined ? [] : [mediaRow(entry.media)],
    unlock_name: methodOfEntry(lock, entry)?.name ?? '',
    user_id: member?.userId ?? '0',
    user_name: member?.nickName ?? '',
    member_bindable_flag: isBindable(lock, entry),
    dp_id: lock.dpIds[entry.type],
    time: entry.timeMs,
    record_type: recordTypeOf(entry),
    current_user: member?.userId === world.currentUserId,
  }
}

/** The picture; the sample repeats its fields under `media_` names. */
const mediaRow = (media: Media) => ({
  bucket: media.bucket,
  file_key: media.key,
  file_path: media.path,
  file_url: mediaUrl(media),
  angle: 0,
  media_key: media.key,
  media_path: media.path,
  media_url: mediaUrl(media),
  media_bucket: media.bucket,
})
