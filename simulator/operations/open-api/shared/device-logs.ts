import { type Check, optional, optionalOrEmptyText } from '../../../checks/check'
import {
  commaSeparated,
  name,
  oneOf,
  urlInteger,
  urlMillisecondsOrNone,
} from '../../../checks/values'
import type { Cloud } from '../../../cloud'
import { refuse } from '../../../refusal'
import type { Lock } from '../../../world/lock'
import { type LogEntry, logOf } from '../../../world/log'
import { rowsAfter } from '../../../world/page'
import { isWithin } from '../../../world/validity'

const MOST_ROWS = 100
const USUAL_ROWS = 20

/** At least one item. */
export const someOf: Check<readonly string[]> = {
  optional: false,
  read: (value, field) => {
    const items = commaSeparated.read(value, field)
    return items.length === 0 ? refuse('param is empty', field) : items
  },
}

export const rangeParams = {
  device_id: name,
  start_time: urlMillisecondsOrNone,
  end_time: urlMillisecondsOrNone,
}
export const cursorParam = optionalOrEmptyText(name)
export const sizeParam = urlInteger({ min: 1, max: MOST_ROWS })
export const queryTypeParam = optional(oneOf(['1', '2']))

export interface LogQuery {
  readonly start_time: number
  readonly end_time: number
  /** The numbers of the kinds of events; all if absent. */
  readonly types?: readonly string[]
  /** DP codes; all if absent or empty. */
  readonly codes?: readonly string[] | undefined
  /** The id of the last entry of the page before. */
  readonly after?: string | undefined
  readonly size?: number | undefined
}

/** 3 activated, 7 report: the world has no other events of a device. */
const eventOf = ({ category }: LogEntry): number => (category === 'operate_log' ? 3 : 7)

/** Newest first. */
const entriesOf = (
  { world }: Cloud,
  lock: Lock,
  { start_time, end_time, types, codes = [], after, size = USUAL_ROWS }: LogQuery,
) => {
  const entries = logOf(world, lock)
    .filter(isWithin(start_time, end_time))
    .filter((entry) => types === undefined || types.includes(String(eventOf(entry))))
    .filter(({ type }) => codes.length === 0 || codes.includes(type))
  return { total: entries.length, ...rowsAfter(entries, after, size) }
}

/** A page of the events of a lock. */
export const deviceLogPage = (cloud: Cloud, lock: Lock, query: LogQuery) => {
  const { rows, hasMore } = entriesOf(cloud, lock, query)
  const last = rows.at(-1)?.id
  return {
    device_id: lock.id,
    has_next: hasMore,
    current_row_key: query.after ?? '',
    ...(hasMore && last !== undefined && { next_row_key: last }),
    logs: rows.map((entry) => ({
      event_id: eventOf(entry),
      event_from: '1',
      event_time: entry.timeMs,
      ...(eventOf(entry) === 7 && { code: entry.type, value: entry.value }),
    })),
  }
}

/** A page of the reports of a lock. */
export const reportLogPage = (cloud: Cloud, lock: Lock, query: LogQuery) => {
  const { rows, hasMore, total } = entriesOf(cloud, lock, { ...query, types: ['7'] })
  return {
    device_id: lock.id,
    has_more: hasMore,
    total,
    ...(hasMore && { last_row_key: rows.at(-1)?.id ?? '' }),
    rows: rows.map(({ type, value, timeMs }) => ({ code: type, value, event_time: timeMs })),
  }
}
