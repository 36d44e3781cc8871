import type { LockType } from '../src/core/action'
import type { MemberRole } from '../src/flows/members/member'

/** What a user is on one lock. */
export interface Membership {
  /** The role of the user on this lock; the policy decides by it. */
  readonly role: MemberRole
  /** The `user_id` of the user on this lock. Without it, no data on the lock counts as the user's own. */
  readonly userId?: string
  /** Selects between routes that carry the same action. @default 'any' */
  readonly lockType?: LockType
}

/** The signed-in user of a request. */
export interface GatewayUser {
  /** Tells users apart in rate limits, in idempotency keys and in events. Not a session: it is stored and reported. */
  readonly id: string
  /** `undefined` for a device that the user must not reach. */
  membershipOf(deviceId: string): Membership | undefined | PromiseLike<Membership | undefined>
}

/** Identifies the user of a request, for example by its session; `undefined` if there is none. */
export type Authenticate = (
  request: Request,
) => GatewayUser | undefined | PromiseLike<GatewayUser | undefined>
