import type { OpeningMethod } from '../shared/unlock-codes'

/** The vendor's operations that tell what happened at a lock; the richest first. */
export const recordSources = [
  'doorLock.listRecords',
  'doorLock.operateRecords',
  'tuya.m.scale.history.list',
  'tuya.m.device.lock.alarm.list',
  'doorLock.openingLogs',
  'doorLock.alarmLogs',
] as const

export type RecordSource = (typeof recordSources)[number]

export const recordKinds = ['opening', 'alarm', 'doorbell', 'operation'] as const

/** An operation is what somebody did to the lock in an app: paired it, say. */
export type RecordKind = (typeof recordKinds)[number]

/** What a record may say; what no source told is left out. */
export interface RecordDetails {
  /** Of an opening, and of a duress alarm. */
  readonly method?: OpeningMethod
  /** The number that the lock gave the method: the `unlock_sn` of other operations. */
  readonly unlockSn?: number
  /** As its owner named it. */
  readonly methodName?: string
  /** Of an alarm: `duress`, or the reason as the lock says it, such as `wrong_password` or `low_battery`. */
  readonly alarm?: string
  /** The standard code of the data point, or the name of an operation, such as `dev_bind`. */
  readonly code?: string
  readonly userId?: string
  readonly userName?: string
  readonly avatarUrl?: string
  /** Whoever holds the panel did it. */
  readonly isCurrentUser?: boolean
  /** The method belongs to nobody yet, and can be given to a member. */
  readonly isBindable?: boolean
  /** Who unlocked together. */
  readonly together?: readonly Companion[]
  /** Which door, where one lock serves several. */
  readonly channelId?: string
}

export interface Companion {
  readonly userName: string
  readonly methodName: string
  readonly method?: OpeningMethod
}

/** Something that happened at a lock, told once, whichever sources told it. */
export interface LockRecord extends RecordDetails {
  /** The vendor's, where a source has one; else made of what is told. */
  readonly id: string
  /** Milliseconds since 1970; whole seconds where no source knows better. */
  readonly atMs: number
  readonly kind: RecordKind
  /** Who told it, richest first. */
  readonly sources: readonly RecordSource[]
  /**
   * Gives the address of the picture, and the key that decrypts it: a secret, which stands nowhere in the record. The
   * address is as old as the record where a list told it, and may have run out: read the record anew. Where none did it
   * is fetched. Left out where no source told of a picture. Fails with a LockError `media-unavailable` where the cloud
   * gives the address no longer.
   */
  readonly media?: () => Promise<RecordMedia>
}

export interface MediaFile {
  readonly url: string
  /** A secret. */
  readonly key?: string
  readonly bucket?: string
  readonly path?: string
  /** By how many degrees the picture is turned. */
  readonly angle?: number
}

export interface RecordMedia extends MediaFile {
  /** Further pictures and films of the same moment; nearly always none. */
  readonly more: readonly MediaFile[]
}

export type RecordFailure = 'media-unavailable'
