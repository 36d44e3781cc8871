import type { OpeningMethod } from '../shared/unlock-codes'
import { recordChannels } from './channels'

/** The vendor's operations that list records, the richest first. */
export type RecordSource = (typeof recordChannels.records)[number]['operations'][0]

export const recordSources: readonly RecordSource[] = /*#__PURE__*/ Array.from(
  /*#__PURE__*/ new Set(/*#__PURE__*/ recordChannels.records.map(({ operations: [name] }) => name)),
)

export const recordKinds = ['opening', 'closing', 'alarm', 'doorbell', 'operation'] as const

/** A closing is a lock that locked; an operation is an action in an app, such as pairing. */
export type RecordKind = (typeof recordKinds)[number]

/** The details of a record; absent if no source has them. */
export interface RecordDetails {
  /** For openings and duress alarms. */
  readonly method?: OpeningMethod
  /**
   * The number of the method on the lock: `unlock_sn` of other operations. A Wi-Fi lock reports its temporary passwords with
   * 900 added; this is the number without it.
   */
  readonly unlockSn?: number
  /** The name that the user gave the method. */
  readonly methodName?: string
  /** For alarms: `duress`, or the reason from the lock, such as `wrong_password` or `low_battery`. */
  readonly alarm?: string
  /** The standard code of the data point, or the name of an operation, such as `dev_bind`. */
  readonly code?: string
  /** Who did it; absent if the cloud does not name a user. */
  readonly userId?: string
  /** The name of the user, as the cloud shows it. */
  readonly userName?: string
  /** The address of the picture of the user. */
  readonly avatarUrl?: string
  /** The current user of the panel did it. */
  readonly isCurrentUser?: boolean
  /** The method has no user and can be assigned to a member. */
  readonly isBindable?: boolean
  /** The people who unlocked together. */
  readonly together?: readonly Companion[]
  /** The door, if one lock has several. */
  readonly channelId?: string
}

/** One of the people who unlocked together. */
export interface Companion {
  /** The name of the user, as the cloud shows it. */
  readonly userName: string
  /** The name of the method, as the cloud shows it. */
  readonly methodName: string
  /** The kind of the method; absent if the cloud does not name it. */
  readonly method?: OpeningMethod
}

/** One event at a lock. */
export interface LockRecord extends RecordDetails {
  /** The vendor's id, if a source has one; else derived from the row. */
  readonly id: string
  /** Milliseconds since 1970; whole seconds if no source is more precise. */
  readonly atMs: number
  /** What happened: an opening, a closing, an alarm, or another event. */
  readonly kind: RecordKind
  /** The sources of the record, richest first; several only with `merge`. */
  readonly sources: readonly RecordSource[]
  /**
   * Resolves with the address of the picture and the key that decrypts it, a secret that is not part of the record. An
   * address from a list is as old as the record and may have expired: read the record again. Without one, the address is
   * fetched. Absent if no source has a picture. Fails with the LockError reason `media-unavailable` if the cloud no longer
   * returns the address.
   */
  readonly media?: () => Promise<RecordMedia>
}

/** A picture or a video that a lock took. */
export interface MediaFile {
  /** The address of the encrypted file, which expires. */
  readonly url: string
  /** A secret. */
  readonly key?: string
  /** The storage that has the file; absent if the cloud does not name it. */
  readonly bucket?: string
  /** The place of the file in its storage; absent if the cloud does not name it. */
  readonly path?: string
  /** The rotation of the picture, in degrees. */
  readonly angle?: number
}

/** The picture of a record, and the further files of its event. */
export interface RecordMedia extends MediaFile {
  /** Further pictures and videos of the same event; usually none. */
  readonly more: readonly MediaFile[]
}

/** The `reason` of a LockError of the records. */
export type RecordFailure = 'media-unavailable'
