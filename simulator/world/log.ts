import type { Cloud } from '../cloud'
import { methodOf } from './find-method'
import type { Lock } from './lock'
import { peopleOf } from './lock-users'
import type { LogEntry, MethodNumber } from './log-entry'
import type { Member } from './member'
import type { Opmode } from './opmode'
import type { World } from './world'

/** Distinct from the ids of the seed. */
const FIRST_ID = 600_000_000

/** The log of a lock, newest first; at the same time, the last written first. */
export const logOf = ({ log }: World, { id }: Lock): readonly LogEntry[] =>
  log
    .filter(({ lockId }) => lockId === id)
    .reverse()
    .sort((one, other) => other.timeMs - one.timeMs)

/** Adds an entry to the log of a lock. */
export const writeLog = (
  { world, now }: Cloud,
  lock: Lock,
  entry: Omit<LogEntry, 'id' | 'lockId' | 'timeMs' | 'unread'>,
): void => {
  const id = String(FIRST_ID + world.log.length)
  world.log.push({ ...entry, id, lockId: lock.id, timeMs: now(), unread: true })
}

export const unreadCountOf = (entries: readonly LogEntry[]): number =>
  entries.filter(({ unread }) => unread).length

const numberOf = ({ type, value }: LogEntry): MethodNumber => ({
  dpCode: type,
  unlockSn: Number(value),
})

/** The stored method that unlocked, if it was one. */
export const methodOfEntry = (lock: Lock, entry: LogEntry): Opmode | undefined =>
  methodOf(lock, numberOf(entry))

export const memberOfMethod = (
  world: World,
  lock: Lock,
  method: MethodNumber,
): Member | undefined => {
  const owner = methodOf(lock, method)?.userId
  return peopleOf(world).find(({ userId }) => userId === owner)
}

/** The user of a record: the current user of a method, also in older records. */
export const memberOfEntry = (world: World, lock: Lock, entry: LogEntry): Member | undefined =>
  entry.userId === undefined
    ? memberOfMethod(world, lock, numberOf(entry))
    : peopleOf(world).find(({ userId }) => userId === entry.userId)

/** The method of the unlock has no user, so it can be assigned. */
export const isBindable = (lock: Lock, entry: LogEntry): boolean => {
  const method = methodOfEntry(lock, entry)
  return method !== undefined && method.userId === undefined
}

/** 1 unlock, 2 alarm; an operation has no number. */
export const recordTypeOf = ({ category }: LogEntry): 1 | 2 | undefined => {
  if (category === 'operate_log') return undefined
  return category === 'alarm_record' ? 2 : 1
}
