import type { WeeklyHours } from '../../data-points/raw/validity'
import type { UnlockMethod } from './method'

/**
 * What somebody may do with a lock. `anonymous` is a member without a name, `shared` one whom the home shares the lock
 * with; `unknown` where an answer does not say, or says that it is not known.
 */
export type MemberRole = 'owner' | 'administrator' | 'member' | 'anonymous' | 'shared' | 'unknown'

/** When somebody may come in; times are milliseconds since 1970. */
export type MemberValidity =
  | { readonly permanent: true }
  | {
      readonly permanent?: false
      readonly fromMs: number
      /** After `fromMs`. The cloud counts seconds: what is less falls away. */
      readonly toMs: number
      /** All day and every day, if left out; not empty. */
      readonly weekly?: readonly WeeklyHours[]
      /** Of `weekly`: an IANA name, such as Europe/London. */
      readonly timeZone?: string
    }

/** Somebody who may use a lock; what an operation does not tell is left out. */
export interface Member {
  readonly id: string
  /** May be empty. */
  readonly name: string
  readonly role: MemberRole
  /** The number of the member on the lock. */
  readonly lockUserId?: number
  /** An e-mail address, or a phone number such as 44-1632960001. */
  readonly contact?: string
  readonly avatarUrl?: string
  /** The account of the vendor's app, `uid`. */
  readonly accountId?: string
  readonly validity?: MemberValidity
  /** Whether the lock has heard of the validity. */
  readonly validityDelivery?: 'ongoing' | 'delivered' | 'failed'
  /** Whether the member may come in now. */
  readonly state?: 'valid' | 'not-yet' | 'expired'
  readonly methods?: readonly UnlockMethod[]
  /** Where nothing but the names of the methods is told: in the lists of panel APIs. */
  readonly methodNames?: readonly string[]
}

/** Somebody to be added, who has no account. */
export interface NewMember {
  /** Not empty. */
  readonly name: string
  /** The open-api routes want it; panel APIs do not. */
  readonly sex?: 'male' | 'female'
  /** Not over panel APIs. */
  readonly contact?: string
  /** Day, month and year in one number; how, the vendor does not say. */
  readonly birthday?: number
  readonly heightCm?: number
  /** Not over panel APIs. */
  readonly weightGrams?: number
  /** Over panel APIs alone. */
  readonly avatarUrl?: string
}

/** What can be changed; what is left out stays. */
export type MemberChanges = Partial<Omit<NewMember, 'contact' | 'avatarUrl'>>

/** Gone from the home, and still on the lock. */
export type RemovedMember = Pick<Member, 'id' | 'role'> & { readonly lockUserId: number }

/**
 * Why a method fails with a `LockError`.
 *
 * - `not-done`: the cloud took the call, and answered that it did nothing.
 * - `no-ids`: the only list of this lock on this panel names its members without their ids.
 * - `incomplete`: a change needs the name and the sex, and the cloud does not know both.
 * - `not-listed`: the cloud said whether there are unassigned methods, and not which.
 */
export type MemberFailure = 'not-done' | 'no-ids' | 'incomplete' | 'not-listed'
