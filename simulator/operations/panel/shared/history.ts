import { itemsOf } from '../../../checks/composite-values'
import { integer, name } from '../../../checks/values'
import type { Lock } from '../../../world/lock'
import type { LogEntry } from '../../../world/log'
import { logOf, memberOfEntry, methodOfEntry } from '../../../world/log'
import { methodIdOf } from '../../../world/unlock-methods'
import type { World } from '../../../world/world'
import { type Rows, rowParams, rowsOf } from './params'

/** The samples have both for every record; the meaning is not documented. */
const TAGS = 0
const STATUS = 1
/** The value of the samples for an unknown user. */
const NO_USER = '0'

export const historyParams = { devId: name, dpIds: itemsOf(integer()), ...rowParams }

/** The reports of a lock for some of its data points, newest first; without data points all of them. */
export const historyOf = (world: World, lock: Lock, dpIds: readonly number[]) =>
  logOf(world, lock).filter(({ type }) => {
    const dpId = lock.dpIds[type]
    return dpId !== undefined && (dpIds.length === 0 || dpIds.includes(dpId))
  })

export const historyPage = <Row>(
  entries: readonly LogEntry[],
  rows: Rows,
  rowOf: (entry: LogEntry) => Row,
) => ({
  datas: rowsOf(entries, rows).map(rowOf),
  hasNext: rows.offset + rows.limit < entries.length,
  totalCount: entries.length,
})

export const historyRow = (world: World, lock: Lock, entry: LogEntry) => {
  const member = memberOfEntry(world, lock, entry)
  return {
    devId: lock.id,
    dps: [{ [String(lock.dpIds[entry.type])]: reportedBy(lock, entry) }],
    avatar: member?.avatarUrl ?? '',
    userName: member?.nickName ?? '',
    gmtCreate: entry.timeMs,
    uuid: entry.id,
    userId: member?.userId ?? NO_USER,
    tags: TAGS,
    status: STATUS,
  }
}

export const unlockNameOf = (lock: Lock, entry: LogEntry): string =>
  methodOfEntry(lock, entry)?.name ?? ''

/** The value of a duress alarm has the method id of this family. */
const reportedBy = (lock: Lock, { value }: LogEntry): string => {
  const [, dpCode = '', unlockSn] = /^(.+)-(\d+)$/.exec(value) ?? []
  return Object.hasOwn(lock.dpIds, dpCode)
    ? methodIdOf(lock, { dpCode, unlockSn: Number(unlockSn) })
    : value
}
