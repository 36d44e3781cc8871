import type { DpStatus, Lock } from './lock'
import type { Member } from './member'
import type { TemporaryPassword } from './temporary-password'
import type { Ticket } from './ticket'

export interface Alarm {
  readonly lockId: string
  readonly status: readonly Readonly<DpStatus>[]
  /** Seconds since 1970. */
  readonly time: number
  readonly nickName?: string
}

/** How a world begins. JSON, so that a file can hold it; the names are for the reader. */
export interface Seed {
  readonly home: { readonly id: string; readonly ownerUid: string }
  readonly members: Readonly<Record<string, Member>>
  readonly locks: Readonly<Record<string, Lock>>
  readonly temporaryPasswords: readonly TemporaryPassword[]
  readonly alarms: readonly Alarm[]
}

/** All that the cloud and the locks know, as one plain value. A test may change it: take a lock offline, add an alarm. */
export interface World {
  readonly home: Seed['home']
  readonly members: Member[]
  readonly locks: Lock[]
  readonly temporaryPasswords: TemporaryPassword[]
  readonly alarms: Alarm[]
  readonly tickets: Ticket[]
  /** When the cloud last let a lock be synchronised, milliseconds, by the lock's id. */
  readonly syncAllowedAtMs: Record<string, number>
}
