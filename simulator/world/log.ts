import type { Cloud } from '../cloud'
import type { Lock } from './lock'
import { peopleOf } from './lock-users'
import type { Media } from './media'
import type { Member } from './member'
import type { Opmode } from './unlock-methods'
import { methodOf } from './unlock-methods'
import type { World } from './world'

type LogCategory = 'unlock_record' | 'close_record' | 'alarm_record' | 'operate_log'

/** A fingerprint, card or password, as a lock identifies it. */
export interface MethodNumber {
  /** The standard code of the method's kind, such as `unlock_fingerprint`. */
  readonly dpCode: string
  /** The number of the method on the lock, within its kind. */
  readonly unlockSn: number
}

/** An event at a lock. Every operation that lists records, logs or alarms reads these. */
export interface LogEntry {
  /** Digits: one operation calls it a Long. */
  readonly id: string
  /** The id of the lock. */
  readonly lockId: string
  /** Milliseconds since 1970. */
  readonly timeMs: number
  /** Which lists show the entry. */
  readonly category: LogCategory
  /** The DP code that reported it, such as unlock_fingerprint or hijack; for an operation its name, such as dev_bind. */
  readonly type: string
  /** The value of the data point: the number of a method, the reason of an alarm. */
  readonly value: string
  /** The user, if the unlock method does not identify one. */
  readonly userId?: string
  /** The picture that the lock took; none if absent. */
  readonly media?: Media
  /** The methods of a combined unlock. */
  readonly union?: readonly MethodNumber[]
  /** The door, if a lock has several. */
  readonly channelId?: string
  /** The cloud counts the entry as unread. */
  unread: boolean
}

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
  timeMs = now(),
): void => {
  const id = String(FIRST_ID + world.log.length)
  world.log.push({ ...entry, id, lockId: lock.id, timeMs, unread: true })
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

/** 1 unlock, 2 alarm; a closing and an operation have no number. */
export const recordTypeOf = ({ category }: LogEntry): 1 | 2 | undefined => {
  if (category === 'unlock_record') return 1
  return category === 'alarm_record' ? 2 : undefined
}
