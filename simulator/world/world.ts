import type { Account } from './account'
import type { CloudBehaviour } from './cloud-behaviour'
import type { Lock } from './lock'
import type { DeviceUser } from './lock-users'
import type { LogEntry } from './log'
import type { Member } from './member'
import type { OfflinePassword } from './offline-passwords'
import type { Sharing } from './sharings'
import type { TemporaryPassword } from './temporary-password'
import type { Ticket } from './tickets'
import type { Token } from './tokens'

/** The initial state of a world. JSON, so that a file can contain it; the keys are labels only. */
export interface Seed extends Readonly<CloudBehaviour> {
  /** The home of the members and the locks. */
  readonly home: {
    /** The id of the home. */
    readonly id: string
    /** The account of the owner. */
    readonly ownerUid: string
  }
  /** The user of the panel: the vendor's user 0. */
  readonly currentUserId: string
  /** The people of the home. */
  readonly members: Readonly<Record<string, Member>>
  /** The locks of the home. */
  readonly locks: Readonly<Record<string, Lock>>
  /** The temporary passwords of the locks. */
  readonly temporaryPasswords: readonly TemporaryPassword[]
  /** The offline passwords of the locks. */
  readonly offlinePasswords: readonly OfflinePassword[]
  /** The events at the locks, in any order. */
  readonly log: readonly LogEntry[]
  /** Users who may log in to the project. @default none */
  readonly accounts?: Readonly<Record<string, Account>>
  /** See `World`. @default 0 */
  readonly listLagMs?: number
}

/** The state of the cloud and the locks, as one plain value. A test may change it: take a lock offline, log an alarm. */
export interface World extends CloudBehaviour {
  /** The home of the members and the locks. */
  readonly home: Seed['home']
  /** The user of the panel: the vendor's user 0. */
  currentUserId: string
  /** The people of the home. */
  readonly members: Member[]
  /** The users of a lock who have no account. */
  readonly deviceUsers: DeviceUser[]
  /** The locks of the home. */
  readonly locks: Lock[]
  /** The temporary passwords of the locks, with deleted ones that were not cleared. */
  readonly temporaryPasswords: TemporaryPassword[]
  /** The offline passwords of the locks, with the revoked ones. */
  readonly offlinePasswords: OfflinePassword[]
  /** The events at the locks. */
  readonly log: LogEntry[]
  /** The invitations that were created. */
  readonly sharings: Sharing[]
  /** The tickets that were issued. */
  readonly tickets: Ticket[]
  /** The accounts that may log in to the project. */
  readonly accounts: readonly Account[]
  /** Of the project, oldest first. */
  readonly tokens: Token[]
  /** How long the lists of passwords, members and invitations lag behind the commands, milliseconds. */
  listLagMs: number
  /** When a lock was last synchronised, milliseconds, by the lock's id. */
  readonly syncAllowedAtMs: Record<string, number>
}

/** Copies the seed, so that changes of the world do not change it. */
export const createWorld = (seed: Seed): World => {
  const { accounts, members, locks, temporaryPasswords, offlinePasswords, log, ...others } =
    JSON.parse(JSON.stringify(seed)) as Seed
  return {
    listLagMs: 0,
    ...others,
    accounts: Object.values(accounts ?? {}),
    members: Object.values(members),
    locks: Object.values(locks),
    temporaryPasswords: [...temporaryPasswords],
    offlinePasswords: [...offlinePasswords],
    log: [...log],
    deviceUsers: [],
    sharings: [],
    tickets: [],
    tokens: [],
    syncAllowedAtMs: {},
  }
}
