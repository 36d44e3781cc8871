import type { WeeklyHours } from '../../data-points/raw/validity'
import type { UnlockMethod } from '../methods/method'
import type { Weekly } from '../shared/weekly-input'

/**
 * The role of a member. `anonymous` is a member without a name, `shared` a person with whom the home shares the lock;
 * `unknown` if the answer has no role, or an unknown one.
 */
export type MemberRole = 'owner' | 'administrator' | 'member' | 'anonymous' | 'shared' | 'unknown'

/** The validity of a member; times are milliseconds since 1970. */
export type MemberValidity = ValidityWith<readonly WeeklyHours[]>

/** The input of `setValidity`. */
export type NewMemberValidity = ValidityWith<Weekly>

type ValidityWith<Hours> =
  | { readonly permanent: true }
  | {
      readonly permanent?: false
      /** The start, milliseconds since 1970. */
      readonly fromMs: number
      /** After `fromMs`; rounded down to seconds. */
      readonly toMs: number
      /** Not empty. @default always */
      readonly weekly?: Hours
      /** The time zone of `weekly`, which requires it: an IANA name, such as Europe/London. */
      readonly timeZone?: string
    }

/** A person who may use a lock; fields that an operation does not return are absent. */
export interface Member {
  /** The id of the user on this lock. */
  readonly id: string
  /** May be empty. */
  readonly name: string
  /** What the member may do. */
  readonly role: MemberRole
  /** The number of the member on the lock. */
  readonly lockUserId?: number
  /** An e-mail address, or a phone number such as 44-1632960001. */
  readonly contact?: string
  /** The address of the picture of the member. */
  readonly avatarUrl?: string
  /** The account of the vendor's app, `uid`. */
  readonly accountId?: string
  /** When the member may use the lock; absent if the cloud shows none. */
  readonly validity?: MemberValidity
  /** The validity has weekly hours, and the cloud shows them as numbers that are no minutes or no days. */
  readonly hasUnreadableHours?: true
  /** Whether the lock has received the validity. */
  readonly validityDelivery?: 'ongoing' | 'delivered' | 'failed'
  /** Whether the validity includes the current time. */
  readonly state?: 'valid' | 'not-yet' | 'expired'
  /** The unlocking methods of the member. */
  readonly methods?: readonly UnlockMethod[]
  /** The names of the methods, in lists of panel APIs, which return nothing else. */
  readonly methodNames?: readonly string[]
}

/** The input of `add`: a member without an account. */
export interface NewMember {
  /** Not empty. */
  readonly name: string
  /** Required by open-api routes, not by panel APIs. */
  readonly sex?: 'male' | 'female'
  /** Not supported by panel APIs. */
  readonly contact?: string
  /** Day, month and year in one number; the format is not documented. */
  readonly birthday?: number
  /** The panel API stores 0 without it. */
  readonly heightCm?: number
  /** Not supported by panel APIs. */
  readonly weightGrams?: number
  /** Panel APIs only. */
  readonly avatarUrl?: string
}

/** The input of `change`; absent fields stay. */
export type MemberChanges = Partial<Omit<NewMember, 'contact' | 'avatarUrl'>>

/** A member who left the home and is still on the lock. */
export type RemovedMember = Pick<Member, 'id' | 'role' | 'lockUserId'>

/**
 * The `reason` of a `LockError` of this flow.
 *
 * - `not-done`: the cloud answered success but did not execute.
 * - `no-ids`: the only list of this lock on this panel has no member ids.
 * - `not-seen-yet`: the cloud did not show a member for 15 seconds whom this panel has just added.
 * - `incomplete`: a change requires the name and the sex, and the cloud does not return both.
 */
export type MemberFailure = 'not-done' | 'not-seen-yet' | 'no-ids' | 'incomplete'

/** The vendor's numbers (document 000, lines 520-556). */
export const sexNumbers: Readonly<Record<NonNullable<NewMember['sex']>, 1 | 2>> = {
  male: 1,
  female: 2,
}
